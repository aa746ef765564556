using System.Text;
using System.Text.RegularExpressions;
using Newsletter.Columns;
using Newsletter.Columns.Cleaning.Shortcodes;
using Newsletter.Columns.Sources;

namespace Newsletter.Tests.Columns.Sources;

/// <summary>Ways to make a draft and to look at it.</summary>
internal static partial class DraftText
{
    public static ColumnDraft OfText(string text) =>
        ColumnFile.Parse(Encoding.UTF8.GetBytes(text), "a-page.txt", ColumnFormat.Text, ShortcodeNames.Usual);

    public static ColumnDraft OfMarkdown(string text) =>
        ColumnFile.Parse(Encoding.UTF8.GetBytes(text), "a-column.md", ColumnFormat.Markdown, ShortcodeNames.Usual);

    /// <summary>Everything a draft says, kept or dropped.</summary>
    public static string Everything(ColumnDraft draft) =>
        string.Join(
            '\n',
            [
                draft.Title,
                BlockText.Of(draft.Standfirst),
                BlockText.Of(draft.Blocks),
                .. draft.Authors.Select(author => $"{author.Name} {author.Role} {author.Portrait?.Address}"),
                .. draft.Blocks.OfType<Block.CodeListing>().Select(listing => listing.Language),
                .. draft.Dropped.Select(dropped => dropped.Text),
                .. draft.Notices,
            ]
        );

    /// <summary>The kinds of a draft's blocks, in order, with their words: "paragraph: …".</summary>
    public static IEnumerable<string> Outline(ColumnDraft draft) =>
        draft.Blocks.Select(block => $"{BlockText.KindOf(block)}: {BlockText.Of(block)}");

    public static IEnumerable<string> Words(string text) => Word().Matches(text).Select(match => match.Value);

    [GeneratedRegex(@"\p{L}+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Word();
}
