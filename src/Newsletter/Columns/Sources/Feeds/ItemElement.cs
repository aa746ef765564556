using System.Xml.Linq;
using Newsletter.Columns.Cleaning;
using Newsletter.Columns.Sources.Markup;

namespace Newsletter.Columns.Sources.Feeds;

/// <summary>An item, entry or channel, asked by the names of its children.</summary>
internal sealed class ItemElement(XElement element)
{
    private readonly ILookup<(string, string), XElement> children = element
        .Elements()
        .ToLookup(child => (FeedNames.Of(child), child.Name.LocalName));

    public XElement Element => element;

    /// <summary>All children of the name; "own" names are also those of Atom, in an entry and beside RSS.</summary>
    public IEnumerable<XElement> All(string vocabulary, string name) => children[(vocabulary, name)];

    /// <summary>The first that holds something, by "dc:creator" or "title", in the order of the names.</summary>
    public XElement? First(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            var (vocabulary, local) = Split(name);
            foreach (var child in All(vocabulary, local))
                if (child.HasElements || child.Value.Trim().Length > 0)
                    return child;
        }
        return null;
    }

    public string? Text(params ReadOnlySpan<string> names) => First(names) is { } child ? TextOf(child) : null;

    public IEnumerable<string> Texts(params string[] names) =>
        names
            .SelectMany(name => All(Split(name).Vocabulary, Split(name).Local))
            .Select(TextOf)
            .Where(text => text.Length > 0);

    public static string TextOf(XElement element) => CleanText.Of(DoubleEncoding.Repair(element.Value)).Trim();

    public static string? Attribute(XElement element, string name) =>
        (string?)element.Attribute(name) is { } value && value.Trim().Length > 0 ? value.Trim() : null;

    private static (string Vocabulary, string Local) Split(string name) =>
        name.IndexOf(':', StringComparison.Ordinal) is var colon and > 0
            ? (name[..colon], name[(colon + 1)..])
            : (FeedNames.Own, name);
}
