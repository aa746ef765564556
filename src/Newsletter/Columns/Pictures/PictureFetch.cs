using System.Globalization;
using System.Net;

namespace Newsletter.Columns.Pictures;

/// <summary>Fetches the bytes of one picture from the web. What goes wrong is a <see cref="Refusal"/> with a sentence for the report.</summary>
internal sealed class PictureFetch(OutsideWeb web, FetchLimits limits, TimeProvider clock)
{
    public async Task<byte[]> FetchAsync(Uri address, CancellationToken cancel)
    {
        using var timer = new CancellationTokenSource(limits.Time, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, timer.Token);
        try
        {
            return await FollowAsync(address, either.Token).WaitAsync(either.Token);
        }
        catch (OperationCanceledException cause) when (!cancel.IsCancellationRequested)
        {
            throw new Refusal(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"It did not come within {limits.Time.TotalSeconds:0.#} seconds."
                ),
                cause
            );
        }
    }

    private async Task<byte[]> FollowAsync(Uri address, CancellationToken cancel)
    {
        for (var hop = 0; hop <= limits.Redirects; hop++)
        {
            using var answer = await AskAsync(address, cancel);
            if (!IsRedirect(answer.StatusCode))
                return await ReadAsync(answer, address, cancel);
            if (
                answer.Headers.Location is not { } location
                || !Uri.TryCreate(address, location, out var next)
                || next.Scheme is not ("http" or "https")
            )
                throw new Refusal($"{address.Host} redirects to no address of the web.");
            address = next;
        }

        throw new Refusal($"It is redirected more than {limits.Redirects} times.");
    }

    private async Task<HttpResponseMessage> AskAsync(Uri address, CancellationToken cancel)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.Accept.ParseAdd("image/*");
            return await web.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
        }
        catch (Exception fault) when (OutsideWeb.IsRefusal(fault))
        {
            throw new Refusal(
                $"It leads to {address.Host}, which is no public address; pictures are fetched from public addresses alone.",
                fault
            );
        }
        catch (Exception fault) when (IsOfTheNetwork(fault))
        {
            throw new Refusal($"{address.Host} could not be reached ({Why(fault)}).", fault);
        }
    }

    private async Task<byte[]> ReadAsync(HttpResponseMessage answer, Uri address, CancellationToken cancel)
    {
        if (!answer.IsSuccessStatusCode)
            throw new Refusal($"{address.Host} answered {(int)answer.StatusCode} ({answer.StatusCode}).");
        if (answer.Content.Headers.ContentLength > limits.Bytes)
            throw TooLarge();
        try
        {
            // The announced length is the server's word; the bytes are counted.
            await using var body = await answer.Content.ReadAsStreamAsync(cancel);
            using var read = new MemoryStream();
            var piece = new byte[64 * 1024];
            for (int count; (count = await body.ReadAsync(piece, cancel)) > 0; )
            {
                if (read.Length + count > limits.Bytes)
                    throw TooLarge();
                read.Write(piece, 0, count);
            }

            return read.ToArray();
        }
        catch (Exception fault) when (IsOfTheNetwork(fault))
        {
            throw new Refusal($"{address.Host} broke off while sending it ({Why(fault)}).", fault);
        }
    }

    private Refusal TooLarge() => new(PictureLimits.TooLarge(limits.Bytes));

    private static bool IsRedirect(HttpStatusCode status) =>
        status
            is HttpStatusCode.MovedPermanently
                or HttpStatusCode.Found
                or HttpStatusCode.SeeOther
                or HttpStatusCode.TemporaryRedirect
                or HttpStatusCode.PermanentRedirect;

    private static bool IsOfTheNetwork(Exception fault) =>
        fault is HttpRequestException or IOException or System.Net.Sockets.SocketException or NotSupportedException;

    private static string Why(Exception fault) => fault.GetBaseException().Message.ReplaceLineEndings(" ").TrimEnd('.');
}
