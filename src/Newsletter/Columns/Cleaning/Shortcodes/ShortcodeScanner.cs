using System.Text.RegularExpressions;

namespace Newsletter.Columns.Cleaning.Shortcodes;

/// <summary>
/// Reads one bracket as a shortcode's tag, however a typographer has treated its quotes: «», “”, ‘’, primes, doubled,
/// spaced, or missing. What is no tag ("[…]", "[sic]", "[Note de la rédaction : …]") is null, and stays prose.
/// </summary>
internal static partial class ShortcodeScanner
{
    private const int Longest = 2000;

    /// <param name="closed">The names that are closed somewhere in this text, in lower case.</param>
    public static ShortcodeTag? At(string text, int position, IReadOnlySet<string> closed, ShortcodeNames names)
    {
        var start = Start().Match(text, position, Math.Min(Longest, text.Length - position));
        if (!start.Success)
            return null;
        var name = start.Groups["name"].Value;
        var closing = start.Groups["slash"].Success;
        var attributes = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var values = new List<string>();
        var at = position + start.Length;
        while (true)
        {
            if (at >= text.Length || at - position > Longest)
                return null;
            if (End().Match(text, at) is { Success: true } end)
            {
                var selfClosing = end.Groups["slash"].Success;
                var raw = text[position..(at + end.Length)];
                var tag = new ShortcodeTag(raw, name, names.KindOf(name), closing, selfClosing, attributes, values);
                return IsShortcode(tag, closed) || IsAlone(tag, text, position) ? tag : null;
            }
            if (
                Attribute().Match(text, at) is not { Success: true, Length: > 0 } part
                || part.Value.Contains("\n\n", StringComparison.Ordinal)
            )
                return null;
            var value = Held.Plain(part.Groups["value"].Value).Trim();
            if (part.Groups["key"] is { Success: true } key)
                attributes.TryAdd(key.Value, value);
            else
                values.Add(value);
            at += part.Length;
        }
    }

    private static bool IsShortcode(ShortcodeTag tag, IReadOnlySet<string> closed)
    {
        if (tag.Closing)
            return tag.Attributes.Count == 0 && tag.Values.Count == 0;
        // Attributes without a name are words, unless they are addresses: "[Note de la rédaction : …]" is prose.
        var prose = tag.Values.Count > 0 && tag.Attributes.Count == 0 && !tag.Values.Any(IsAddressOrNumber);
        if (prose && !closed.Contains(tag.Name.ToLowerInvariant()))
            return false;
        if (tag.Attributes.Count > 0 || tag.SelfClosing || closed.Contains(tag.Name.ToLowerInvariant()))
            return true;
        return tag.Kind is not ShortcodeKind.Unknown
            && (!ShortcodeNames.IsWord(tag.Name) || (tag.Values.Count > 0 && tag.Kind is ShortcodeKind.Embed));
    }

    /// <summary>"[gallery]" on a line of its own is no word of a sentence.</summary>
    private static bool IsAlone(ShortcodeTag tag, string text, int position) =>
        tag
            is {
                Closing: false,
                Kind: ShortcodeKind.Gallery or ShortcodeKind.Embed or ShortcodeKind.Separator or ShortcodeKind.Drop
            }
        && tag.Values.Count == 0
        && text[(text.LastIndexOf('\n', Math.Max(0, position - 1)) + 1)..position].Trim().Length == 0
        && text[(position + tag.Raw.Length)..].AsSpan() is var rest
        && rest[..(rest.IndexOf('\n') is >= 0 and var end ? end : rest.Length)].Trim().IsEmpty;

    private static bool IsAddressOrNumber(string value) =>
        value.Contains("://", StringComparison.Ordinal)
        || (value.Length > 5 && value.All(char.IsAsciiLetterOrDigit) && value.Any(char.IsAsciiDigit));

    [GeneratedRegex(
        @"\G\[(?<slash>/)?\s*(?<name>[a-z][a-z0-9_-]*)(?=[\s\]=/])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Start();

    [GeneratedRegex(@"\G\s*(?<slash>/)?\s*\]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex End();

    // In order: a straight-quoted value; one in any double quotes; one in any single quotes that end before a space
    // or the bracket (for "L’été" holds one); an opening quote that is never closed; a bare value; a bare word.
    [GeneratedRegex(
        """
            \G\s*(?:(?<key>[\p{L}_][\w:.-]*)?\s*=\s*(?:
                "(?<value>[^"\n\[\]]*)"
              | ["«»“”„‟″]+\s*(?<value>[^"«»“”„‟″\[\]]*)["«»“”„‟″]+
              | ['‘’‚‛′]+\s*(?<value>[^\[\]]*?)['‘’‛′]+(?=[\s/]*\]|\s+[\w-]+\s*=|\s*$)
              | ["«»“”„‟″'‘’‚‛′]\s*(?<value>[^"«»“”„‟″'‘’‚‛′\[\]]*)(?=\])
              | (?<value>(?:(?!/\])[^\s\[\]"«»“”])+)
              )
              | ["«»“”„‟″](?<value>[^"«»“”„‟″\[\]]*)["«»“”„‟″]
              | (?<value>(?:(?!/\])[^\s\[\]=])+))
            """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Attribute();
}
