using Newsletter.Columns.Sources.Feeds;

namespace Newsletter.Columns.Sources.Fetching;

/// <summary>One page of a WordPress site's posts.</summary>
/// <param name="Items">Those that are published and open.</param>
/// <param name="Count">How many posts the page holds, those left out too.</param>
internal sealed record WordPressPage(IReadOnlyList<SourceItem> Items, int Count, IReadOnlyList<string> Notices);
