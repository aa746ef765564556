namespace Newsletter.Columns.Sources.Feeds;

/// <summary>What a feed says for all its items.</summary>
/// <param name="Base">xml:base.</param>
/// <param name="Page">The feed's own page.</param>
/// <param name="Authors">Atom's authors of the whole feed, who wrote what no entry says otherwise (RFC 4287 section 4.2.1).</param>
internal sealed record FeedAround(Uri? Base, Uri? Page, string? Language, IReadOnlyList<Byline> Authors);
