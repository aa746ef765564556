using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Newsletter.Columns.Pictures;

/// <summary>
/// Holds the work of a drawing to what its length promises: without filters, and what is drawn again for others draws
/// nothing again itself, or twenty lines would be a million.
/// </summary>
internal static partial class SvgBounds
{
    private const int Most = 20_000;

    // A clip or a mask is mostly a use of one form, and a use of what uses nothing ends there.
    private static readonly string[] Drawers = ["clipPath", "mask", "pattern", "marker"];

    private static readonly string[] Paints = ["linearGradient", "radialGradient", "solidColor"];

    /// <exception cref="Refusal">It has too many parts, or draws them again too often.</exception>
    public static void Apply(XElement root)
    {
        if (root.DescendantsAndSelf().Skip(Most).Any())
            throw SafeSvg.TooMuch();
        SvgStyles.WriteInto(root);
        foreach (var element in root.DescendantsAndSelf())
            RemoveFilters(element);
        var named = Named(root);
        foreach (
            var target in root.Descendants()
                .Where(IsUse)
                .Select(use => Target(use, named))
                .OfType<XElement>()
                .ToHashSet()
        )
            target.DescendantsAndSelf().Where(IsUse).Remove();
        foreach (var drawer in root.Descendants().Where(element => Drawers.Contains(element.Name.LocalName)))
        foreach (var element in drawer.Descendants())
            RemoveReferences(element, named);
        CountRepeated(root, named);
    }

    private static void RemoveFilters(XElement element)
    {
        element.Attributes().Where(attribute => attribute.Name.LocalName == "filter").Remove();
        // A backslash would spell the word in another way.
        Restyle(
            element,
            declared => !declared.Contains("filter", StringComparison.OrdinalIgnoreCase) && !declared.Contains('\\')
        );
    }

    private static void RemoveReferences(XElement element, Dictionary<string, XElement> named)
    {
        element
            .Attributes()
            .Where(attribute => attribute.Name.LocalName != "style" && !IsOnlyPainted(attribute.Value, named))
            .Remove();
        Restyle(element, declared => IsOnlyPainted(declared, named));
    }

    private static void Restyle(XElement element, Func<string, bool> isKept)
    {
        if (element.Attribute("style") is { } style)
            style.Value = string.Join(';', Comments().Replace(style.Value, " ").Split(';').Where(isKept));
    }

    private static bool IsOnlyPainted(string value, Dictionary<string, XElement> named) =>
        References()
            .Matches(value)
            .All(found =>
                named.TryGetValue(found.Groups["id"].Value, out var target) && Paints.Contains(target.Name.LocalName)
            );

    /// <summary>What one reference costs is the size of what it draws again.</summary>
    private static void CountRepeated(XElement root, Dictionary<string, XElement> named)
    {
        var repeated = 0;
        foreach (var element in root.DescendantsAndSelf())
        {
            var references = element
                .Attributes()
                .SelectMany(attribute => References().Matches(attribute.Value))
                .Select(found => named.GetValueOrDefault(found.Groups["id"].Value));
            var used = IsUse(element) ? Target(element, named) : null;
            foreach (var target in references.Append(used).OfType<XElement>())
                if (
                    !Paints.Contains(target.Name.LocalName)
                    && (repeated += target.DescendantsAndSelf().Take(Most + 1).Count()) > Most
                )
                    throw SafeSvg.TooMuch();
        }
    }

    private static Dictionary<string, XElement> Named(XElement root)
    {
        var named = new Dictionary<string, XElement>(StringComparer.Ordinal);
        foreach (var element in root.DescendantsAndSelf())
            if ((string?)element.Attribute("id") is { } id)
                named.TryAdd(id, element);
        return named;
    }

    private static bool IsUse(XElement element) => element.Name.LocalName == "use";

    private static XElement? Target(XElement use, Dictionary<string, XElement> named) =>
        use.Attributes()
            .Where(attribute => attribute.Name.LocalName == "href")
            .Select(attribute => named.GetValueOrDefault(attribute.Value.Trim().TrimStart('#')))
            .FirstOrDefault(target => target is not null);

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Comments();

    [GeneratedRegex(
        @"url\(\s*[""']?\s*#?(?<id>[^""')\s]*)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex References();
}
