namespace Newsletter.Columns.Pictures;

/// <summary>Fetches the bytes of one picture from the web. What goes wrong is a <see cref="Refusal"/> with a sentence for the report.</summary>
internal sealed class PictureFetch(OutsideWeb web, FetchLimits limits, TimeProvider clock)
{
    private readonly OutsideFetch fetch = new(web, clock);

    public async Task<byte[]> FetchAsync(Uri address, CancellationToken cancel)
    {
        var answer = await fetch.GetAsync(address, "image/*", "pictures", limits, cancel);
        return answer.IsGood
            ? answer.Bytes
            : throw new Refusal($"{answer.Address.Host} answered {(int)answer.Status} ({answer.Status}).");
    }
}
