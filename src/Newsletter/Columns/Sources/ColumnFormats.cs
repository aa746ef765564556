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
            "wxr" or "feed" => throw new Refusal(
                $"This version does not read the format {word.Trim().ToLowerInvariant()} yet: save the column as text or Markdown, and add that file."
            ),
            _ => throw new Refusal($"\"{word}\" is no format of a column: use auto, text, markdown or html."),
        };
}
