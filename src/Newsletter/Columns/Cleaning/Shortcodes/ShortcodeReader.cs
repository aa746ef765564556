using System.Text;
using System.Text.RegularExpressions;

namespace Newsletter.Columns.Cleaning.Shortcodes;

/// <summary>
/// Finds the shortcodes of a text and puts in their place what they stand for. One pass with a stack: what is never
/// closed, closed twice or nested too deep loses its tags, is reported, and keeps its words.
/// </summary>
internal sealed partial class ShortcodeReader(ShortcodeNames names, ShortcodeMeaning meaning, Leftovers leftovers)
{
    private const int Deepest = 20;

    private readonly Stack<(ShortcodeTag Tag, StringBuilder Outer)> open = new();
    private StringBuilder current = new();

    public static string Expand(string text, ShortcodeNames names, ShortcodeMeaning meaning, Leftovers leftovers) =>
        text.Contains('[', StringComparison.Ordinal) ? new ShortcodeReader(names, meaning, leftovers).Read(text) : text;

    private string Read(string text)
    {
        var closed = ClosingTag().Matches(text).Select(it => it.Groups["name"].Value.ToLowerInvariant()).ToHashSet();
        var position = 0;
        while (position < text.Length)
        {
            var bracket = text.IndexOf('[', position);
            if (bracket < 0)
                break;
            current.Append(text, position, bracket - position);
            position = bracket + Take(text, bracket, closed);
        }
        current.Append(text, position, text.Length - position);
        while (open.Count > 0)
            Abandon();
        return current.ToString();
    }

    /// <summary>Reads what stands at a bracket, and says how many characters that was.</summary>
    private int Take(string text, int bracket, HashSet<string> closed)
    {
        if (EscapedLength(text, bracket, closed) is var escaped and > 0)
        {
            current.Append(text, bracket + 1, escaped - 2);
            return escaped;
        }
        if (ShortcodeScanner.At(text, bracket, closed, names) is not { } tag)
        {
            current.Append('[');
            return 1;
        }
        if (tag.Closing)
            Close(tag);
        else if (
            tag.SelfClosing
            || !closed.Contains(tag.Name.ToLowerInvariant()) && !ShortcodeMeaning.TakesRestOfParagraph(tag)
        )
            current.Append(meaning.Of(tag, ""));
        else if (open.Count >= Deepest)
            leftovers.Drop(tag.Raw, $"A shortcode within more than {Deepest} others; its words were kept.");
        else
        {
            open.Push((tag, current));
            current = new StringBuilder();
        }
        return tag.Raw.Length;
    }

    // WordPress shows "[[name]]" and "[[name]…[/name]]" as they stand, less one pair of brackets.
    private int EscapedLength(string text, int bracket, HashSet<string> closed)
    {
        if (bracket + 1 >= text.Length || text[bracket + 1] is not '[')
            return 0;
        if (ShortcodeScanner.At(text, bracket + 1, closed, names) is not { } inner)
            return 0;
        var end = bracket + 1 + inner.Raw.Length;
        if (end < text.Length && text[end] is ']')
            return end + 1 - bracket;
        var close = text.IndexOf($"[/{inner.Name}]]", end, StringComparison.OrdinalIgnoreCase);
        return close < 0 ? 0 : close + inner.Name.Length + 4 - bracket;
    }

    private void Close(ShortcodeTag tag)
    {
        if (!open.Any(it => Same(it.Tag, tag)))
        {
            leftovers.Drop(tag.Raw, "This closes a shortcode that was never opened.");
            return;
        }
        while (!Same(open.Peek().Tag, tag))
            Abandon();
        var (opening, outer) = open.Pop();
        outer.Append(meaning.Of(opening, current.ToString()));
        current = outer;
    }

    /// <summary>Ends a shortcode that nobody closed.</summary>
    private void Abandon()
    {
        var (tag, outer) = open.Pop();
        outer.Append(meaning.OfUnclosed(tag, current.ToString()));
        current = outer;
    }

    private static bool Same(ShortcodeTag one, ShortcodeTag other) =>
        one.Name.Equals(other.Name, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(
        @"\[/\s*(?<name>[a-z][a-z0-9_-]*)\s*\]",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex ClosingTag();
}
