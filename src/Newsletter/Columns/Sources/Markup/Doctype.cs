using System.Text.RegularExpressions;
using Newsletter.Columns.Cleaning;

namespace Newsletter.Columns.Sources.Markup;

/// <summary>The entities that a document type declares for itself. Nothing outside of the file is ever asked for.</summary>
internal sealed partial class Doctype
{
    public const int Longest = 100_000;

    // What all uses of declared entities together may add to a file.
    private const int MostExpanded = 1_000_000;

    private const string NamesOfHtml = "-//W3C//ENTITIES ";

    private readonly Dictionary<string, string> entities = new(StringComparer.Ordinal);
    private readonly string name;
    private int expanded;

    private Doctype(string name) => this.name = name;

    public static Doctype None(string name) => new(name);

    /// <exception cref="Refusal">An entity is made of others (an XML bomb) or lies elsewhere.</exception>
    public static Doctype Read(string text, string name)
    {
        var doctype = new Doctype(name);
        foreach (Match entity in Entity().Matches(text))
        {
            var called = entity.Groups["name"].Value;
            // The names of HTML, which are known here without asking for their list.
            if (
                entity.Groups["parameter"].Success
                && entity.Groups["public"].Value.StartsWith(NamesOfHtml, StringComparison.Ordinal)
            )
                continue;
            if (entity.Groups["place"].Success)
                throw new Refusal(
                    $"{name} declares an entity \"{called}\" that lies outside of the file; nothing outside of a feed is read. Take the declaration out, or ask the publisher for a feed without it."
                );
            var value = entity.Groups["value"].Value;
            if (entity.Groups["parameter"].Success || MadeOfOthers().IsMatch(value))
                throw new Refusal(
                    $"{name} declares an entity \"{called}\" that is made of other entities; such a file may grow without end when it is read (an XML bomb), so nothing of it was. Take the declarations out, or ask the publisher for a feed without them."
                );
            doctype.entities.TryAdd(called, XmlCharacters.Escaped(HtmlEntities.Decode(value)));
        }
        return doctype;
    }

    /// <summary>What the entity stands for, as text of XML; null where neither the file nor HTML knows it.</summary>
    public string? Resolve(string entity)
    {
        if (!entities.TryGetValue(entity, out var text))
            return XmlCharacters.Named(entity);
        expanded += text.Length;
        return expanded <= MostExpanded
            ? text
            : throw new Refusal(
                $"{name} repeats the entities that it declares until it is {MostExpanded} characters longer (an XML bomb); nothing of it was read. Ask the publisher for a feed without them."
            );
    }

    [GeneratedRegex(
        """<!ENTITY\s+(?<parameter>%\s*)?(?<name>[^\s"'>]{1,200})\s+(?:(?<place>SYSTEM|PUBLIC)\b(?:\s*["'](?<public>[^"']*)["'])?|"(?<value>[^"]*)"|'(?<value>[^']*)')""",
        RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Entity();

    [GeneratedRegex("[&%](?!(?:amp|lt|gt|quot|apos);|#)[\\w.:-]+;", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex MadeOfOthers();
}
