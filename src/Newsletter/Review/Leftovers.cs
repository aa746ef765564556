using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Newsletter.Messages;

namespace Newsletter.Review;

/// <summary>What a template, a merge tag of another program or a shortcode left behind where readers would see it.</summary>
internal static partial class Leftovers
{
    private static readonly string[] Attributes = ["href", "src", "alt", "title"];

    /// <summary>Null where there is none. Code is left out: there it is the subject.</summary>
    public static string? FirstIn(BundleContent content)
    {
        var document = new HtmlParser().ParseDocument(content.Html);
        foreach (var code in document.QuerySelectorAll("pre, code"))
            code.Remove();
        return new[] { content.Subject, content.Preheader, document.Body?.TextContent ?? "" }
            .Concat(document.All.SelectMany(Values))
            .Select(text => Leftover().Match(text))
            .FirstOrDefault(match => match.Success)
            ?.Value;
    }

    private static IEnumerable<string> Values(IElement element) =>
        Attributes.Select(name => element.GetAttribute(name) ?? "");

    // The merge tags of the common senders: {{ name }}, {% if %}, *|NAME|*, %%name%%; and WordPress's shortcodes, where
    // a closing tag or an attribute shows that it is one.
    [GeneratedRegex(
        @"\{\{[^{}\n]{1,80}\}\}|\{%[^%\n]{1,80}%\}|\*\|[A-Z_:]{1,40}\|\*|%%[a-z_]{1,40}%%|\[/(pullquote|caption|gallery|embed|audio|video|playlist|quote|button|columns?|footnote)\]|\[(pullquote|caption|gallery|embed|audio|video|playlist|quote|button|columns?|footnote) \w{1,20}\s?=",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Leftover();
}
