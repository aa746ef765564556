using System.Text.RegularExpressions;
using Newsletter.Rendering;

namespace Newsletter.Web.Readers;

/// <summary>What stands in an issue's marks when nobody in particular reads it.</summary>
internal static partial class PublicMarks
{
    // From {root}/{slug}/{number}: it holds under a path of a larger site too.
    private const string HowToLeave = "../unsubscribe";

    public static string Fill(string html) =>
        AnyMark()
            .Replace(html, mark => mark.Value == Mark.UnsubscribeUrl ? HowToLeave : "")
            // A mark without its end is no mark, and still nothing to show.
            .Replace(Mark.Opening.ToString(), "", StringComparison.Ordinal)
            .Replace(Mark.Closing.ToString(), "", StringComparison.Ordinal);

    [GeneratedRegex("\uE000[^\uE000\uE001]{0,100}\uE001", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AnyMark();
}
