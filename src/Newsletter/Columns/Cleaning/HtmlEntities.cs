using System.Text.RegularExpressions;
using AngleSharp.Html;

namespace Newsletter.Columns.Cleaning;

/// <summary>Entities left in a text ("&amp;nbsp;"), by HTML's own table. What they stand for is cleaned like any text.</summary>
internal static partial class HtmlEntities
{
    public static string Decode(string text) =>
        text.Contains('&', StringComparison.Ordinal) ? Entity().Replace(text, Decoded) : text;

    /// <summary>What the name stands for ("nbsp"); null where HTML has no such name.</summary>
    public static string? Symbol(string name) => HtmlEntityProvider.Resolver.GetSymbol($"{name};");

    private static string Decoded(Match match)
    {
        var name = match.Groups["name"].Value;
        if (match.Groups["hex"] is { Success: true } hex)
            return Character(Convert.ToInt32(hex.Value, 16));
        if (match.Groups["number"] is { Success: true } number)
            return Character(int.Parse(number.Value, System.Globalization.CultureInfo.InvariantCulture));
        return HtmlEntityProvider.Resolver.GetSymbol($"{name};") is { } symbol ? CleanText.Of(symbol) : match.Value;
    }

    private static string Character(int code) =>
        HtmlEntityProvider.GetSymbolFromTable(code) is { } table ? CleanText.Of(table)
        : HtmlEntityProvider.IsInvalidNumber(code) ? "\uFFFD"
        : CleanText.Of(char.ConvertFromUtf32(code));

    [GeneratedRegex(
        @"&(?:\#x(?<hex>[0-9a-f]{1,6})|\#(?<number>[0-9]{1,7})|(?<name>[a-z][a-z0-9]{1,31}));",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Entity();
}
