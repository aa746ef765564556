using System.Text.RegularExpressions;
using Newsletter.Columns.Cleaning.Html;

namespace Newsletter.Columns.Sources.Feeds;

/// <summary>What an excerpt is to its column: all of it, its standfirst, or its first lines once more.</summary>
internal static partial class Excerpt
{
    private const int WholeText = 1500;
    private const int WholeParagraphs = 3;
    private const int LongestStandfirst = 600;
    private const int Compared = 60;

    /// <summary>Whether a description is so long that it is the text, and not cut.</summary>
    public static bool IsWhole(IReadOnlyList<Block> blocks)
    {
        var text = BlockText.Of(blocks).TrimEnd();
        return text.Length >= WholeText
            && blocks.Count(block => block is Block.Paragraph) >= WholeParagraphs
            && !Cut().IsMatch(text);
    }

    /// <summary>Whether a description ends with a link to its page.</summary>
    public static bool LeadsTo(IReadOnlyList<Block> blocks, string link) =>
        blocks.Count > 0 && LeadsTo(blocks[^1], link);

    /// <summary>An excerpt that somebody wrote stands above the text; one that was cut from it does not.</summary>
    public static IReadOnlyList<Inline> Standfirst(SourceItem item, IReadOnlyList<Block> blocks, HtmlOrigin origin)
    {
        if (item.Excerpt is null || HtmlColumn.Read(item.Excerpt, origin).Blocks is not [Block.Paragraph paragraph])
            return [];
        var text = BlockText.Of(paragraph.Content).Trim();
        var isCut = text.Length is 0 or > LongestStandfirst || Cut().IsMatch(text);
        return
            isCut
            || Bare(BlockText.Of(blocks))
                .Contains(Bare(text)[..Math.Min(Bare(text).Length, Compared)], StringComparison.OrdinalIgnoreCase)
            ? []
            : paragraph.Content;
    }

    private static bool LeadsTo(Block block, string link) =>
        block is Block.Paragraph paragraph
        && paragraph.Content.Any(inline =>
            inline is Inline.Link { Address: var address } && Page(address) == Page(link)
        );

    private static string Page(string address) => address.Split('?', '#')[0].TrimEnd('/');

    private static string Bare(string text) => Blanks().Replace(text, "");

    [GeneratedRegex(@"(?:\[\s*(?:…|\.\.\.)\s*\]|…|\.\.\.|\(\s*\.\.\.\s*\))\s*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Cut();

    [GeneratedRegex(@"[\s\p{P}]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Blanks();
}
