using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Newsletter.Columns.Cleaning.Html;

/// <summary>What stands in a "pre": a listing, or verse.</summary>
internal static partial class ListingBlocks
{
    public static IReadOnlyList<Block> Of(IElement pre, BlockWalk walk)
    {
        if (pre.ClassList.Contains("wp-block-verse"))
            return Verse(pre, walk);
        var code = CleanText.Of(Verbatim(pre)).Trim('\n').TrimEnd();
        return string.IsNullOrWhiteSpace(code) ? [] : [new Block.CodeListing(code, Language(pre))];
    }

    private static IReadOnlyList<Block> Verse(IElement pre, BlockWalk walk)
    {
        foreach (var text in pre.Descendants<IText>().ToList())
        foreach (var line in text.Data.Split('\n').SkipLast(1))
        {
            text.Parent!.InsertBefore(pre.Owner!.CreateTextNode(line), text);
            text.Parent.InsertBefore(pre.Owner.CreateElement("br"), text);
            text.Data = text.Data[(line.Length + 1)..];
        }
        return walk.Read(pre);
    }

    private static string Verbatim(IElement pre)
    {
        var code = new StringBuilder();
        foreach (var node in pre.Descendants())
            if (node is IText text)
                code.Append(Held.Plain(text.Data));
            else if (node is IElement { LocalName: "br" })
                code.Append('\n');
        return code.ToString();
    }

    private static string? Language(IElement pre)
    {
        var names = string.Join(' ', pre.ClassName, pre.FirstElementChild?.ClassName, pre.ParentElement?.ClassName);
        var said =
            pre.GetAttribute("data-language")
            ?? pre.GetAttribute("data-lang")
            ?? (LanguageClass().Match(names) is { Success: true } match ? match.Groups["name"].Value : null);
        return said is { Length: > 0 and < 30 } ? CleanText.Of(said).ToLowerInvariant() : null;
    }

    [GeneratedRegex(
        @"(?:^|\s)(?:language-|lang[:-]\s*|brush:\s*|highlight-source-)(?<name>[a-z0-9+#-]{1,20})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex LanguageClass();
}
