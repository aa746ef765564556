using Markdig.Extensions.Footnotes;
using Newsletter.Columns.Cleaning;

namespace Newsletter.Columns.Sources.MarkdownFiles;

/// <summary>The label of a footnote, as its reference says it: Markdig keeps the circumflex.</summary>
internal static class FootnoteLabel
{
    public static string Of(Footnote note) => CleanText.Of(note.Label ?? "").TrimStart('^');
}
