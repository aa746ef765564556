namespace Newsletter.Columns.Sources;

/// <summary>The words by which a person names a format.</summary>
internal static class ColumnFormats
{
    public static ColumnFormat Parse(string word) =>
        word.Trim().ToLowerInvariant() switch
        {
            "auto" => ColumnFormat.Auto,
            "text" => ColumnFormat.Text,
            "markdown" => ColumnFormat.Markdown,
            "html" => ColumnFormat.Html,
            "wxr" => ColumnFormat.Wxr,
            "feed" => ColumnFormat.Feed,
            _ => throw new Refusal(
                $"\"{word}\" is no format of a column: use auto, text, markdown, html, wxr or feed."
            ),
        };
}
