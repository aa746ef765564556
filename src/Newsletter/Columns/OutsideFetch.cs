using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Authentication;

namespace Newsletter.Columns;

/// <summary>
/// Asks the outside web for one thing, within limits on bytes, time and redirects. What goes wrong is a
/// <see cref="Refusal"/> with a sentence; a status that is no success is an answer.
/// </summary>
internal sealed class OutsideFetch(OutsideWeb web, TimeProvider clock)
{
    /// <param name="accept">The Accept header, such as <c>image/*</c>.</param>
    /// <param name="what">What is fetched, in a plural: "pictures".</param>
    /// <param name="cancel">Gives the wait up.</param>
    /// <param name="etag">What was answered the last time; the answer is 304 where nothing is new (RFC 9110 section 13).</param>
    /// <param name="modified">The same for Last-Modified.</param>
    /// <param name="typed">The address of the source as a person gave it; null where nobody did.</param>
    /// <exception cref="Refusal">It cannot be had.</exception>
    public async Task<OutsideAnswer> GetAsync(
        Uri address,
        string accept,
        string what,
        FetchLimits limits,
        CancellationToken cancel,
        string? etag = null,
        string? modified = null,
        Uri? typed = null
    )
    {
        using var timer = new CancellationTokenSource(limits.Time, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, timer.Token);
        try
        {
            var wish = new Wish(address, accept, what, limits, etag, modified, typed);
            return await FollowAsync(wish, either.Token).WaitAsync(either.Token);
        }
        catch (OperationCanceledException cause) when (!cancel.IsCancellationRequested)
        {
            throw new Refusal(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{address.Host} did not send it within {limits.Time.TotalSeconds:0.#} seconds; see how fast that server answers."
                ),
                cause
            );
        }
    }

    private async Task<OutsideAnswer> FollowAsync(Wish wish, CancellationToken cancel)
    {
        var address = wish.First;
        for (var hop = 0; hop <= wish.Limits.Redirects; hop++)
        {
            using var answer = await AskAsync(wish, address, cancel);
            if (!IsRedirect(answer.StatusCode))
                return await ReadAsync(wish, answer, address, cancel);
            if (
                answer.Headers.Location is not { } location
                || !Uri.TryCreate(address, location, out var next)
                || next.Scheme is not ("http" or "https")
            )
                throw new Refusal($"{address.Host} redirects to no address of the web.");
            address = next;
        }

        throw new Refusal($"It is redirected more than {wish.Limits.Redirects} times.");
    }

    private async Task<HttpResponseMessage> AskAsync(Wish wish, Uri address, CancellationToken cancel)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.Accept.ParseAdd(wish.Accept);
            if (wish.Limits.Unpacks)
                request.Headers.AcceptEncoding.ParseAdd("gzip, br");
            if (wish.ETag is not null)
                request.Headers.TryAddWithoutValidation("If-None-Match", wish.ETag);
            if (wish.Modified is not null)
                request.Headers.TryAddWithoutValidation("If-Modified-Since", wish.Modified);
            return await web.ClientFor(address, wish.Typed)
                .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
        }
        catch (Exception fault) when (OutsideWeb.IsRefusal(fault, address))
        {
            throw new Refusal(
                $"It leads to {address.Host}, which is no public address; {wish.What} are fetched from public addresses alone.",
                fault
            );
        }
        catch (Exception fault) when (OutsideWeb.IsNoAddress(fault))
        {
            throw new Refusal(
                $"\"{Shown(address.Host)}\" is no name of a server; correct the address that leads there.",
                fault
            );
        }
        catch (Exception fault)
            when (fault is AuthenticationException || fault.InnerException is AuthenticationException)
        {
            throw new Refusal(
                $"The certificate of {address.Host} is not valid ({Why(fault)}); its owner must renew it.",
                fault
            );
        }
        catch (Exception fault) when (IsOfTheNetwork(fault))
        {
            throw new Refusal($"{address.Host} could not be reached ({Why(fault)}).", fault);
        }
    }

    private static string Shown(string host) => host.Length <= 60 ? host : host[..59] + "…";

    private static async Task<OutsideAnswer> ReadAsync(
        Wish wish,
        HttpResponseMessage answer,
        Uri address,
        CancellationToken cancel
    )
    {
        if (answer.IsSuccessStatusCode && answer.Content.Headers.ContentLength > wish.Limits.Bytes)
            throw TooLarge(wish);
        try
        {
            var bytes = answer.IsSuccessStatusCode ? await BytesAsync(wish, answer, cancel) : [];
            return new OutsideAnswer(
                address,
                answer.StatusCode,
                bytes,
                answer.Content.Headers.ContentType?.ToString(),
                answer.Headers.ETag?.ToString(),
                answer.Content.Headers.LastModified?.ToString("R", CultureInfo.InvariantCulture),
                Wait(answer.Headers),
                Number(answer.Headers, "X-WP-TotalPages")
            );
        }
        catch (InvalidDataException fault)
        {
            throw new Refusal($"{address.Host} sent something that cannot be decompressed.", fault);
        }
        catch (Exception fault) when (IsOfTheNetwork(fault))
        {
            throw new Refusal($"{address.Host} broke off while sending it ({Why(fault)}).", fault);
        }
    }

    // The announced length is the server's word, and a small body may become a large one: the bytes are counted.
    private static async Task<byte[]> BytesAsync(Wish wish, HttpResponseMessage answer, CancellationToken cancel)
    {
        await using var body = await answer.Content.ReadAsStreamAsync(cancel);
        await using var plain = wish.Limits.Unpacks ? Decompressed(body, answer.Content.Headers.ContentEncoding) : body;
        using var read = new MemoryStream();
        var piece = new byte[64 * 1024];
        for (int count; (count = await plain.ReadAsync(piece, cancel)) > 0; )
        {
            if (read.Length + count > wish.Limits.Bytes)
                throw TooLarge(wish);
            read.Write(piece, 0, count);
        }

        return read.ToArray();
    }

    private static Stream Decompressed(Stream body, ICollection<string> encodings) =>
        encodings.LastOrDefault()?.ToLowerInvariant() switch
        {
            "gzip" or "x-gzip" => new GZipStream(body, CompressionMode.Decompress),
            "br" => new BrotliStream(body, CompressionMode.Decompress),
            "deflate" => new ZLibStream(body, CompressionMode.Decompress),
            _ => body,
        };

    private static TimeSpan? Wait(HttpResponseHeaders headers) =>
        headers.RetryAfter?.Delta ?? (headers.RetryAfter?.Date is { } date ? date - (headers.Date ?? date) : null);

    private static int? Number(HttpResponseHeaders headers, string name) =>
        headers.TryGetValues(name, out var values)
        && int.TryParse(values.FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private static Refusal TooLarge(Wish wish) =>
        new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"It is larger than {wish.Limits.Bytes / (1024 * 1024.0):0.##} MB; make it smaller, or ask its owner to."
            )
        );

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

    private sealed record Wish(
        Uri First,
        string Accept,
        string What,
        FetchLimits Limits,
        string? ETag,
        string? Modified,
        Uri? Typed
    );
}
