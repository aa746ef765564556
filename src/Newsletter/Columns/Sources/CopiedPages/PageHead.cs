namespace Newsletter.Columns.Sources.CopiedPages;

/// <summary>What stands above a page's first paragraph.</summary>
internal sealed class PageHead
{
    /// <summary>Null where no line reads as a title.</summary>
    public string? Title { get; set; }

    public string? Standfirst { get; set; }

    public List<Byline> Authors { get; } = [];

    public DateOnly? Date { get; set; }
}
