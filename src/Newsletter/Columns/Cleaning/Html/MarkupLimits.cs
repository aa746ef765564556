using System.Text;
using System.Text.RegularExpressions;

namespace Newsletter.Columns.Cleaning.Html;

/// <summary>
/// HTML within bounds that every later step can bear: no deeper than a hundred elements, no more than eight marks open
/// at once (a browser reopens each in every paragraph), no more tags and no longer than any page is. Words stay.
/// </summary>
internal sealed partial class MarkupLimits(Leftovers leftovers)
{
    private const int Longest = 4_000_000;
    private const int MostTags = 150_000;
    private const int Deepest = 100;
    private const int MostMarks = 8;
    private const int MostFailures = 50;
    private const int LongestTag = 60_000;

    private readonly StringBuilder kept = new();
    private readonly List<string> open = [];
    private readonly Dictionary<string, int> omitted = new(StringComparer.Ordinal);
    private readonly HashSet<string> neverClosed = new(StringComparer.Ordinal);
    private int tags;
    private int failures;

    public static string Within(string html, Leftovers leftovers)
    {
        var light = EmbeddedData().Replace(html, "data:,");
        if (light.Length > Longest)
        {
            leftovers.Notice($"The HTML is longer than {Longest:N0} characters; what comes after them was left out.");
            light = light[..Longest];
        }
        return new MarkupLimits(leftovers).Read(light);
    }

    private string Read(string html)
    {
        var position = 0;
        while (position < html.Length)
        {
            var start = html.IndexOf('<', position);
            if (start < 0)
                break;
            kept.Append(html, position, start - position);
            position = Take(html, start);
        }
        kept.Append(html, position, html.Length - position);
        foreach (var name in Enumerable.Reverse(open))
            kept.Append("</").Append(name).Append('>');
        return kept.ToString();
    }

    /// <summary>Reads what begins with "&lt;", and says where the rest begins.</summary>
    private int Take(string html, int start)
    {
        if (At(html, start, "<!--"))
            return Comment(html, start);
        if (At(html, start, "<![CDATA["))
            return start + 9;
        var nameStart = start + 1 < html.Length && html[start + 1] is '/' ? start + 2 : start + 1;
        if (nameStart >= html.Length || !char.IsAsciiLetter(html[nameStart]))
        {
            // "<!doctype" and "<?xml" are the parser's; "a < b" is prose.
            kept.Append(nameStart < html.Length && html[nameStart] is '!' or '?' ? "<" : "&lt;");
            return start + 1;
        }
        var end = failures > MostFailures ? -1 : EndOfTag(html, nameStart);
        if (end < 0)
        {
            failures++;
            kept.Append("&lt;");
            return start + 1;
        }
        var nameEnd = nameStart;
        while (nameEnd < end && !char.IsWhiteSpace(html[nameEnd]) && html[nameEnd] is not '/')
            nameEnd++;
        var name = html[nameStart..nameEnd].ToLowerInvariant();
        if (++tags > MostTags)
        {
            leftovers.Notice($"The HTML holds more than {MostTags:N0} tags; what comes after them was read as text.");
            return end + 1;
        }
        if (nameStart == start + 2)
        {
            Close(name);
            return end + 1;
        }
        return Open(html, start, end, name);
    }

    private int Comment(string html, int start)
    {
        var end = Find(html, start + 4, "-->");
        if (end < 0)
            return start + 4;
        if (end - start < 20_000)
            kept.Append(html, start, end + 3 - start);
        return end + 3;
    }

    private int Open(string html, int start, int end, string name)
    {
        var raw = html.AsSpan(start, end + 1 - start);
        if (MarkupNames.Opaque.Contains(name))
            return Opaque(html, start, end, name, raw);
        var closesItself = html[end - 1] is '/' && (char.IsWhiteSpace(html[end - 2]) || html[end - 2] is '"' or '\'');
        closesItself |= html[end - 1] is '/' && end - 1 - start == name.Length + 1;
        if (MarkupNames.Void.Contains(name))
            kept.Append(raw);
        else if (closesItself)
            kept.Append(raw).Append("</").Append(name).Append('>');
        else if (MarkupNames.ClosedByOthers.Contains(name))
            kept.Append(raw);
        else if (open.Count >= Deepest || (IsMark(name) && open.Count(IsMark) >= MostMarks) || name is "math")
            omitted[name] = omitted.GetValueOrDefault(name) + 1;
        else
        {
            open.Add(name);
            kept.Append(raw);
        }
        return end + 1;
    }

    /// <summary>Script and the like, in which "&lt;" begins no tag: kept or left out whole.</summary>
    private int Opaque(string html, int start, int end, string name, ReadOnlySpan<char> raw)
    {
        var closing = Find(html, end, $"</{name}");
        var closed = closing < 0 ? -1 : html.IndexOf('>', closing);
        var told = raw.Contains("ld+json", StringComparison.OrdinalIgnoreCase);
        if (name is "iframe" or "title" || (name is "script" && told && closed > 0))
        {
            kept.Append(raw);
            if (closed < 0 || html[end - 1] is '/')
            {
                kept.Append("</").Append(name).Append('>');
                return end + 1;
            }
            kept.Append(html, end + 1, closed - end);
            return closed + 1;
        }
        if (name is "script" or "style")
            leftovers.Drop(raw.ToString(), "Script, style or a comment in HTML is not text.");
        // An opening without an end would take the whole rest along.
        return closed < 0 ? end + 1 : closed + 1;
    }

    private void Close(string name)
    {
        if (omitted.GetValueOrDefault(name) is > 0 and var count)
            omitted[name] = count - 1;
        else if (MarkupNames.ClosedByOthers.Contains(name) || name is "br")
            kept.Append("</").Append(name).Append('>');
        else if (open.Contains(name))
            while (true)
            {
                var last = open[^1];
                open.RemoveAt(open.Count - 1);
                kept.Append("</").Append(last).Append('>');
                if (last == name)
                    break;
            }
    }

    /// <summary>Looks once only for what is not there: a file may open a million comments and close none.</summary>
    private int Find(string html, int from, string what)
    {
        if (neverClosed.Contains(what))
            return -1;
        var at = html.IndexOf(what, from, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            neverClosed.Add(what);
        return at;
    }

    private static int EndOfTag(string html, int from)
    {
        var limit = Math.Min(html.Length, from + LongestTag);
        for (var at = from; at < limit; at++)
            switch (html[at])
            {
                case '>':
                    return at;
                // A quote opens a value only after "=": a stray one in "<a href=x title=d'été>" opens nothing.
                case '"' or '\'' when Opens(html, at):
                    var close = html.IndexOf(html[at], at + 1, limit - at - 1);
                    if (close < 0)
                        return -1;
                    at = close;
                    break;
                default:
                    break;
            }
        return -1;
    }

    private static bool Opens(string html, int at)
    {
        var before = at - 1;
        while (before > 0 && char.IsWhiteSpace(html[before]))
            before--;
        return html[before] is '=';
    }

    private static bool IsMark(string name) => MarkupNames.Reopened.Contains(name);

    private static bool At(string html, int start, string word) =>
        string.Compare(html, start, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0;

    [GeneratedRegex(
        """data:[a-z0-9.+/-]{0,60};base64,[a-z0-9+/=%\s]{200,}""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        5000
    )]
    private static partial Regex EmbeddedData();
}
