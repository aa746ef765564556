using AngleSharp.Dom;

namespace Newsletter.Columns.Cleaning.Html;

/// <summary>The mark that an element sets on its words, if any.</summary>
internal static class InlineMarks
{
    public static InlineMark? Of(IElement element)
    {
        if (element.ClassList.Contains(HtmlAllowed.PlainClass))
            return null;
        if (element.ClassList.Contains(HtmlAllowed.StrongClass))
            return InlineMark.Strong;
        if (element.ClassList.Contains(HtmlAllowed.EmphasisClass))
            return InlineMark.Emphasis;
        return HtmlNames.MeaningOf(element.LocalName) is HtmlMeaning.Mark ? HtmlNames.MarkOf(element.LocalName) : null;
    }
}
