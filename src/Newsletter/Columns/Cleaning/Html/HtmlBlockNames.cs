using System.Collections.Frozen;
using AngleSharp.Dom;

namespace Newsletter.Columns.Cleaning.Html;

/// <summary>The elements that begin a paragraph of their own.</summary>
internal static class HtmlBlockNames
{
    private static readonly FrozenSet<string> Names =
        "p div section article header footer main aside figure figcaption center ul ol li dl dd dt table thead tbody tfoot tr td th caption blockquote pre address hgroup details summary form fieldset legend nav body noscript"
            .Split(' ')
            .ToFrozenSet(StringComparer.Ordinal);

    public static bool Contains(IElement element) => Names.Contains(element.LocalName);
}
