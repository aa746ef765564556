using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Newsletter.Tests.Rendering.Rules;

/// <summary>The HTML of a mail as the rules look at it.</summary>
internal sealed partial class Mail
{
    private static readonly HtmlParser s_parser = new();

    public Mail(string html, string language = "en")
    {
        Html = html;
        Language = language;
        Page = s_parser.ParseDocument(html);
        // In Outlook's view the conditional comments are markup.
        Outlook = s_parser.ParseDocument(Conditional().Replace(html, match => match.Groups[1].Value));
    }

    public string Html { get; }

    public string Language { get; }

    public IDocument Page { get; }

    public IDocument Outlook { get; }

    public IEnumerable<IElement> All => Page.Body!.QuerySelectorAll("*");

    public IReadOnlyList<string> Styles => [.. Page.QuerySelectorAll("style").Select(style => style.TextContent)];

    public IEnumerable<IText> VisibleTexts =>
        Page.Body!.Descendants<IText>()
            .Where(text => !string.IsNullOrWhiteSpace(text.Text) && !IsHidden(text.ParentElement));

    public string VisibleText => string.Join(' ', VisibleTexts.Select(text => text.Text.Trim()));

    public int Bytes => Encoding.UTF8.GetByteCount(Html);

    public static bool IsHidden(IElement? element) =>
        element is not null && ((Css(element, "display") == "none") || IsHidden(element.ParentElement));

    public static string? Css(IElement element, string property) =>
        (element.GetAttribute("style") ?? "")
            .Split(';')
            .Select(declaration => declaration.Split(':', 2))
            .LastOrDefault(pair => pair[0].Trim() == property && pair.Length == 2)
            ?[1].Trim();

    /// <summary>The nearest inline value, as a client that keeps only inline styles inherits it.</summary>
    public static string? Inherited(IElement? element, string property) =>
        element is null ? null : Css(element, property) ?? Inherited(element.ParentElement, property);

    public static double? Pixels(string? value) =>
        value is not null && value.EndsWith("px", StringComparison.Ordinal)
            ? double.Parse(value[..^2], CultureInfo.InvariantCulture)
            : null;

    public static string Start(INode element)
    {
        var html = element is IElement markup ? markup.OuterHtml : element.TextContent;
        return html.Length <= 120 ? html : html[..120] + "…";
    }

    [GeneratedRegex(@"<!--\[if mso\]>(.*?)<!\[endif\]-->", RegexOptions.Singleline, 5000)]
    private static partial Regex Conditional();
}
