using System.Text.RegularExpressions;
using System.Xml.Linq;
using Newsletter.Addresses;
using Newsletter.Columns.Cleaning;
using Newsletter.Columns.Sources.CopiedPages.Bylines;

namespace Newsletter.Columns.Sources.Feeds;

/// <summary>The authors that a source names: each once, and nobody's address.</summary>
internal static partial class FeedPeople
{
    private const int Longest = 200;
    private const int Most = 30;

    /// <summary>Of an item of RSS or an entry of Atom. The most exact names come first.</summary>
    public static IReadOnlyList<Byline> Of(ItemElement item)
    {
        foreach (var names in new[] { "dc:creator", "author", "dcterms:creator", "media:credit", "itunes:author" })
            if (Each(item.Texts(names)) is { Count: > 0 } people)
                return names is "media:credit" && !item.All("media", "credit").Any(IsAuthor) ? [] : people;
        return Each(item.All("atom", "author").Select(NameOf));
    }

    public static IReadOnlyList<Byline> Each(IEnumerable<string> texts) => Each(texts.SelectMany(Read));

    public static IReadOnlyList<Byline> Each(IEnumerable<Byline> people) =>
        [.. people.DistinctBy(person => Byline.KeyOf(person.Name)).Take(Most)];

    /// <summary>"Ada Lovelace and Charles Babbage", "a@b (Name)", "Name &lt;a@b&gt;", "Name, role".</summary>
    public static IReadOnlyList<Byline> Read(string written)
    {
        var text = OneLine.Cleaned(PlainTitle.Of(Named(HtmlEntities.Decode(written)), isHtml: false));
        text = Introduced().Replace(text, "").Trim().Trim(',', ';').Trim();
        if (text.Length == 0 || NoPerson().IsMatch(text))
            return [];
        if (text.Length > Longest)
            return [new Byline(OneLine.Shortened(text, Longest))];
        if (text.Contains(';', StringComparison.Ordinal))
            return [.. text.Split(';').SelectMany(part => Read(Turned(part.Trim())))];
        if (TurnedPairs(text) is { } turned)
            return turned;
        if (new BylineReader(new Leftovers()).Bare(text) is { Count: > 0 } people)
            return people;
        var parts = And().Split(text);
        return parts.Length > 1 && parts.All(part => FullName().IsMatch(part))
            ? [.. parts.SelectMany(part => Read(part))]
            : [new Byline(text)];
    }

    /// <summary>"Lovelace, Ada, Babbage, Charles"; null where one pair is not shaped so.</summary>
    private static List<Byline>? TurnedPairs(string text)
    {
        var pairs = text.Split(", ").Chunk(2).Select(pair => LastThenFirst().Match(string.Join(", ", pair))).ToList();
        return pairs.TrueForAll(pair => pair.Success && !RoleShape.Names(pair.Groups["first"].Value))
            ? pairs.ConvertAll(pair => new Byline($"{pair.Groups["first"].Value} {pair.Groups["last"].Value}"))
            : null;
    }

    /// <summary>The name beside an address, or nothing where only the address stands.</summary>
    private static string Named(string text)
    {
        if (text.Contains('@', StringComparison.Ordinal))
        {
            if (AddressAndName().Match(text) is { Success: true } both)
                return both.Groups["name"].Value;
            text = Address().Replace(text, "");
        }
        return WebPage().Replace(text, "").Trim().Trim('"').Trim();
    }

    private static bool IsAuthor(XElement credit) =>
        ItemElement.Attribute(credit, "role") is "author" or "writer" or "reporter";

    private static string NameOf(XElement author)
    {
        var name = author.Elements().FirstOrDefault(child => child.Name.LocalName is "name");
        return ItemElement.TextOf(name ?? author);
    }

    // In a list with semicolons "Lovelace, Ada" is one person.
    private static string Turned(string part) =>
        part.Split(", ") is [var last, var first] && !first.Contains(' ', StringComparison.Ordinal)
            ? $"{first} {last}"
            : part;

    [GeneratedRegex(
        @"^\s*(?:mailto:)?[^\s@<>()]+@[^\s@<>()]+\s*\(\s*(?<name>[^()]+?)\s*\)\s*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex AddressAndName();

    [GeneratedRegex(
        @"[<(\[]?\s*(?:mailto:)?[^\s@<>()\[\],;]+@[^\s@<>()\[\],;]+\s*[>)\]]?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Address();

    [GeneratedRegex(@"[<(]?\bhttps?://[^\s<>()]+[>)]?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex WebPage();

    [GeneratedRegex(
        @"^(?:by|par|von|por|di|door)\s*:?\s+(?=\p{Lu})|^(?:authors?|auteure?s?|autrices?)\s*:\s*",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Introduced();

    // Accounts of machines, and what a form was left with.
    [GeneratedRegex(
        @"^(?:(?:do[ -]?not|no|ne pas)[ -]?(?:reply|répondre)\b.*|noreply\b.*|nobody|admin|administrator|administrateur|root|webmaster|wordpress|unknown|anonymous|n/?a|null|none|undefined|-+)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex NoPerson();

    [GeneratedRegex(@"\s*,?\s+(?:and|et|und|y|en|&)\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex And();

    // "Sorin, Etienne", "Le Pen, Marine", as catalogues have it; "AFP, Reuters" are two, and "Ada Byron, Poet" is one.
    [GeneratedRegex(
        @"^(?<last>(?:(?:[Dd]e|[Dd]u|[Dd]es|[Dd]'|[Ll]e|[Ll]a|[Ll]es|[Vv]an|[Vv]on|[Dd]er|[Dd]en|[Dd]i|[Dd]a|[Ee]l|[Aa]l|[Bb]en)\s+)*(?!\p{Lu}{2,5},)\p{Lu}[\p{L}'’-]+),\s+(?<first>\p{Lu}\p{Ll}+(?:[ -]\p{Lu}\p{Ll}+)?(?:\s\p{Lu}\.)?)$",
        RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex LastThenFirst();

    [GeneratedRegex(@"^\p{Lu}\S*\s+(?:\S+\s+)*\p{Lu}[^,]*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex FullName();
}
