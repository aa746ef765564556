using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom.Events;
using AngleSharp.Html.Parser;

namespace Newsletter.Tests.Rendering.Rules;

/// <summary>The HTML of a mail as the rules look at it.</summary>
internal sealed partial class Mail
{
    // A style is read thousands of times, for every run of text below it.
    private static readonly ConditionalWeakTable<IElement, (string Name, string Value)[]> s_declared = [];

    private readonly Lazy<IReadOnlyList<IText>> visibleTexts;
    private readonly List<string> parseErrors = [];

    public Mail(string html, string language = "en", MailKinds kind = MailKinds.Issue, bool isAboutMarkup = false)
    {
        IsAboutMarkup = isAboutMarkup;
        Html = html;
        Language = language;
        Kind = kind;
        Page = Parse(html, parseErrors);
        // In Outlook's view the conditional comments are markup.
        Outlook = Parse(Conditional().Replace(html, match => match.Groups[1].Value), []);
        visibleTexts = new(() =>
            [
                .. Page.Body!.Descendants<IText>()
                    .Where(text => !string.IsNullOrWhiteSpace(text.Text) && !IsHidden(text.ParentElement)),
            ]
        );
    }

    public string Html { get; }

    public string Language { get; }

    public MailKinds Kind { get; }

    /// <summary>Its words are tags and marks on purpose.</summary>
    public bool IsAboutMarkup { get; }

    public IDocument Page { get; }

    public IDocument Outlook { get; }

    /// <summary>What the parser of HTML 5 has to say, with line and column.</summary>
    public IReadOnlyList<string> ParseErrors => parseErrors;

    public IEnumerable<IElement> All => Page.Body!.QuerySelectorAll("*");

    public IReadOnlyList<string> Styles => [.. Page.QuerySelectorAll("style").Select(style => style.TextContent)];

    public IReadOnlyList<IText> VisibleTexts => visibleTexts.Value;

    public string VisibleText => string.Join(' ', VisibleTexts.Select(text => text.Text.Trim()));

    public int Bytes => Encoding.UTF8.GetByteCount(Html);

    public IEnumerable<IElement> Links => Page.QuerySelectorAll("a");

    public IEnumerable<IElement> Images => Page.QuerySelectorAll("img");

    public static bool IsHidden(IElement? element) =>
        element is not null && ((Css(element, "display") == "none") || IsHidden(element.ParentElement));

    /// <summary>The inline declarations of an element, in their order.</summary>
    public static IReadOnlyList<(string Name, string Value)> Declared(IElement element) =>
        s_declared.GetValue(
            element,
            static element =>
                [
                    .. (element.GetAttribute("style") ?? "")
                        .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                        .Select(declaration => declaration.Split(':', 2, StringSplitOptions.TrimEntries))
                        .Select(pair => (pair[0], pair.Length == 2 ? pair[1] : "")),
                ]
        );

    public static string? Css(IElement element, string property) =>
        Declared(element).LastOrDefault(pair => pair.Name == property).Value;

    /// <summary>The nearest inline value, as a client that keeps only inline styles inherits it.</summary>
    public static string? Inherited(IElement? element, string property) =>
        element is null ? null : Css(element, property) ?? Inherited(element.ParentElement, property);

    public static double? Pixels(string? value) =>
        value is not null && value.EndsWith("px", StringComparison.Ordinal)
            ? double.Parse(value[..^2], CultureInfo.InvariantCulture)
            : null;

    /// <summary>The block that a run of text stands in.</summary>
    public static IElement Block(INode node) =>
        node.ParentElement!.Closest("p,h1,h2,h3,h4,h5,h6,li,td,th,pre,blockquote") ?? node.ParentElement!;

    /// <summary>The height of a line of a run of text, in pixels; 0 where nothing says it.</summary>
    public static double LineHeight(IElement? element)
    {
        var value = Inherited(element, "line-height");
        var size = Pixels(Inherited(element, "font-size")) ?? 0;
        return Pixels(value)
            ?? (double.TryParse(value, CultureInfo.InvariantCulture, out var times) ? times * size : 0);
    }

    public static string Start(INode element)
    {
        var html = element is IElement markup ? markup.OuterHtml : element.TextContent;
        return html.Length <= 120 ? html : html[..120] + "…";
    }

    private static IDocument Parse(string html, List<string> errors)
    {
        var parser = new HtmlParser();
        parser.Error += (_, happened) =>
        {
            if (happened is HtmlErrorEvent error)
                errors.Add($"{error.Message} at {error.Position.Line}:{error.Position.Column}");
        };
        return parser.ParseDocument(html);
    }

    [GeneratedRegex(@"<!--\[if mso\]>(.*?)<!\[endif\]-->", RegexOptions.Singleline, 5000)]
    private static partial Regex Conditional();
}
