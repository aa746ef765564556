using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;

namespace Newsletter.Columns.Cleaning;

/// <summary>One tag of HTML as it stands in a text, read by the rules of HTML.</summary>
internal sealed record HtmlTag(string Name, bool Closing, IReadOnlyDictionary<string, string> Attributes)
{
    public static HtmlTag? Parse(string raw)
    {
        using var source = new TextSource(raw);
        using var tokenizer = new HtmlTokenizer(source, HtmlEntityProvider.Resolver);
        if (tokenizer.Get() is not HtmlTagToken tag || tag.Name.Length == 0)
            return null;
        var attributes = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var attribute in tag.Attributes)
            attributes.TryAdd(attribute.Name, CleanText.Of(attribute.Value));
        return new HtmlTag(tag.Name.ToLowerInvariant(), tag.Type is HtmlTokenType.EndTag, attributes);
    }

    public string? this[string attribute] => Attributes.GetValueOrDefault(attribute);

    /// <summary>Pixels, or null: "100%" and "auto" say nothing about the picture.</summary>
    public int? Pixels(string attribute) =>
        int.TryParse(this[attribute], System.Globalization.CultureInfo.InvariantCulture, out var pixels)
        && pixels is > 0 and < 20000
            ? pixels
            : null;
}
