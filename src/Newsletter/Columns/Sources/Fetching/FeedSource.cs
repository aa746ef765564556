using System.Runtime.CompilerServices;
using Newsletter.Columns.Sources.Feeds;

namespace Newsletter.Columns.Sources.Fetching;

/// <summary>A feed, asked by what it gave the last time.</summary>
internal sealed class FeedSource(SourceAnswers answers, ItemDrafts drafts, TimeProvider clock) : ISourceReader
{
    private const string Accept =
        "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.5";

    public SourceKind Kind => SourceKind.Feed;

    public async IAsyncEnumerable<SourceContent> ReadAsync(
        Source source,
        [EnumeratorCancellation] CancellationToken cancel
    )
    {
        if (await ReadAsync(source, new Uri(source.Address), cancel) is { } content)
            yield return content;
    }

    /// <param name="address">Of the feed, which a site may have at its own place.</param>
    /// <returns>Null where nothing is new.</returns>
    public async Task<SourceContent?> ReadAsync(Source source, Uri address, CancellationToken cancel)
    {
        var answer = await answers.GetAsync(source, address, Accept, cancel, isConditional: true);
        if (answer is null)
            return null;
        var feed = Parsed(answer);
        var made = await drafts.OfAsync(source, feed.Items, cancel);
        return new SourceContent(
            feed.Title,
            made.Drafts,
            [.. feed.Notices, .. made.Notices],
            made.IsWhole ? answer.ETag : null,
            made.IsWhole ? answer.LastModified : null,
            made.ReachedEnd ? clock.GetUtcNow() : null
        );
    }

    private static FeedContent Parsed(OutsideAnswer answer)
    {
        try
        {
            using var bytes = new MemoryStream(answer.Bytes, writable: false);
            return FeedFile.Read(bytes, answer.Address.ToString(), answer.ContentType);
        }
        catch (Refusal refusal)
        {
            throw new SourceFaultException(refusal.Message, refusal);
        }
    }
}
