using System.Text.RegularExpressions;
using Newsletter.Columns.Cleaning;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Newsletter.Columns.Sources.MarkdownFiles;

/// <summary>The YAML between two lines of dashes above a Markdown text, with keys in English or French.</summary>
internal sealed partial class FrontMatter
{
    private readonly Dictionary<string, YamlNode> values = new(StringComparer.OrdinalIgnoreCase);

    public static (FrontMatter Front, string Body) Split(string text, string name, Leftovers leftovers)
    {
        var front = new FrontMatter();
        if (Fence().Match(text) is not { Success: true } match)
            return (front, text);
        var yaml = match.Groups["yaml"].Value;
        // A thematic break, a line of prose and another break are no front matter.
        if (!Key().IsMatch(yaml) && !string.IsNullOrWhiteSpace(yaml))
            return (front, text);
        front.Load(yaml, name);
        // YAML can write a control character as an escape, which is none before it is read.
        CleanText.Of(string.Join('\n', front.values.Values.SelectMany(Scalars)), leftovers);
        return (front, text[match.Length..]);
    }

    /// <summary>Takes the first of these keys that is there; what is never taken is reported.</summary>
    public YamlNode? Take(params string[] keys)
    {
        YamlNode? first = null;
        foreach (var key in keys)
            if (values.TryGetValue(key, out var value) && first is null)
            {
                first = value;
                values.Remove(key);
            }
        return first is YamlScalarNode { Value: null or "" or "~" or "null" } ? null : first;
    }

    /// <summary>The words of the first of these keys; a list's are joined.</summary>
    public string? TakeText(params string[] keys) => TextOf(Take(keys));

    public static string? TextOf(YamlNode? node) =>
        node switch
        {
            YamlScalarNode { Value: { } text } when !string.IsNullOrWhiteSpace(text) => CleanText.Of(text).Trim(),
            YamlSequenceNode list => string.Join(", ", list.Children.Select(TextOf).Where(text => text is not null)),
            YamlMappingNode map => string.Join(
                ", ",
                map.Children.Select(pair => $"{TextOf(pair.Key)}: {TextOf(pair.Value)}")
            ),
            _ => null,
        };

    public void ReportRest(Leftovers leftovers)
    {
        foreach (var (key, value) in values)
            leftovers.Drop($"{key}: {TextOf(value)}", "A key of the front matter that a column does not use.");
    }

    private static IEnumerable<string> Scalars(YamlNode value) =>
        value.AllNodes.OfType<YamlScalarNode>().Select(scalar => scalar.Value ?? "");

    private void Load(string yaml, string name)
    {
        try
        {
            var stream = new YamlStream();
            using var reader = new StringReader(yaml);
            stream.Load(reader);
            if (stream.Documents.Count == 0)
                return;
            if (stream.Documents[0].RootNode is not YamlMappingNode map)
                throw new Refusal(
                    $"{name}: the front matter is no list of \"key: value\" lines (line 2). Mend it or take it out."
                );
            foreach (var (key, value) in map.Children)
                values[CleanText.Of((key as YamlScalarNode)?.Value ?? "").Trim().Replace('-', '_')] = value;
        }
        catch (YamlException cause)
        {
            throw new Refusal(
                $"{name}: the front matter is no valid YAML at line {cause.Start.Line + 1}: {WithoutPlace().Replace(cause.Message, "")} Mend that line; a value with a colon in it needs quotes.",
                cause
            );
        }
    }

    [GeneratedRegex(
        @"\A---[ \t]*\n(?<yaml>(?:(?!(?:---|\.\.\.)[ \t]*(?:\n|\z))[^\n]*\n){0,500}?)(?:---|\.\.\.)[ \t]*(?:\n|\z)",
        RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Fence();

    [GeneratedRegex(
        @"^[ \t]*[""']?[\p{L}_][\p{L}\d _-]*[""']?[ \t]*:(?:[ \t\n]|\z)",
        RegexOptions.Multiline | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Key();

    [GeneratedRegex(@"^\(Line: .*?\)(?: - \(Line: .*?\))?: ", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex WithoutPlace();
}
