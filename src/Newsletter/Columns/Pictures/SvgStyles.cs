using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Newsletter.Columns.Pictures;

/// <summary>
/// Writes a drawing's style sheets into the elements that they are for, since programs colour their drawings by class.
/// The renderer would match each rule against each element, for minutes where there are thousands of both.
/// </summary>
internal static partial class SvgStyles
{
    private const int MostSelectors = 1000;

    private const int MostWritten = 2_000_000;

    /// <exception cref="Refusal">There are more rules than a drawing has.</exception>
    public static void WriteInto(XElement root)
    {
        var sheets = root.Descendants().Where(element => element.Name.LocalName == "style").ToList();
        var rules = RulesOf(string.Concat(sheets.Select(sheet => sheet.Value)));
        sheets.Remove();
        if (rules.Count == 0)
            return;
        var written = 0;
        foreach (var element in root.DescendantsAndSelf())
        {
            var style = StyleOf(element, rules);
            written += style.Length;
            if (written > MostWritten)
                throw SafeSvg.TooMuch();
            if (style.Length > 0)
                element.SetAttributeValue("style", style + (string?)element.Attribute("style"));
        }
    }

    // What hangs on where an element stands, on media or on states is left out: few drawings have it.
    private static Dictionary<string, string> RulesOf(string sheet)
    {
        var rules = new Dictionary<string, StringBuilder>(StringComparer.Ordinal);
        var selectors = 0;
        foreach (Match rule in Rules().Matches(Comments().Replace(sheet, " ")))
        foreach (var selector in rule.Groups["selectors"].Value.Split(',', StringSplitOptions.TrimEntries))
        {
            if (!Simple().IsMatch(selector))
                continue;
            if (++selectors > MostSelectors)
                throw SafeSvg.TooMuch();
            if (!rules.TryGetValue(selector, out var declared))
                rules.Add(selector, declared = new StringBuilder());
            declared.Append(rule.Groups["declared"].Value).Append(';');
            if (declared.Length > MostWritten)
                throw SafeSvg.TooMuch();
        }

        return rules.ToDictionary(rule => rule.Key, rule => rule.Value.ToString(), StringComparer.Ordinal);
    }

    /// <summary>The weakest first: what comes later holds.</summary>
    private static string StyleOf(XElement element, Dictionary<string, string> rules)
    {
        var name = element.Name.LocalName;
        var classes = ((string?)element.Attribute("class") ?? "").Split(
            (char[]?)null,
            StringSplitOptions.RemoveEmptyEntries
        );
        IEnumerable<string> selectors =
        [
            "*",
            name,
            .. classes.Select(one => $".{one}"),
            .. classes.Select(one => $"{name}.{one}"),
            $"#{(string?)element.Attribute("id")}",
        ];
        return string.Concat(selectors.Select(selector => rules.GetValueOrDefault(selector, "")));
    }

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Comments();

    [GeneratedRegex(@"(?<selectors>[^{};]+)\{(?<declared>[^{}]*)\}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Rules();

    [GeneratedRegex(@"^(?:\*|[\w-]+|[\w-]*\.[\w-]+|#[\w-]+)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Simple();
}
