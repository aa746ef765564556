using Newsletter.Columns.Cleaning;
using Newsletter.Columns.Cleaning.Shortcodes;

namespace Newsletter.Columns.Sources.MarkdownFiles;

/// <summary>What the readers of one Markdown text share.</summary>
/// <param name="Page">The column's own address, by which relative links are made absolute.</param>
internal sealed record MarkdownParts(string? Page, ShortcodeNames Shortcodes, Leftovers Leftovers)
{
    // Markdown nests emphasis without limit; below this only the words are read.
    public const int Deepest = 40;
}
