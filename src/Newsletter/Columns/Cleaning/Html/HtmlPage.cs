namespace Newsletter.Columns.Cleaning.Html;

/// <summary>A whole page of the web, read as a column.</summary>
internal sealed record HtmlPage(ColumnDraft Draft);
