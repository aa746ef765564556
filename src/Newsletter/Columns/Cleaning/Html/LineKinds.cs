using System.Text.RegularExpressions;
using Newsletter.Columns.Sources.CopiedPages;

namespace Newsletter.Columns.Cleaning.Html;

/// <summary>What a short line of links is about: the column, or the site around it.</summary>
internal static partial class LineKinds
{
    private const int Longest = 300;

    // Words that introduce a link: "À lire aussi : …".
    private const double AllLink = 0.8;

    public static string? WhyNot(IReadOnlyList<Inline> words, string text)
    {
        if (text.Length > Longest)
            return null;
        var linked = Linked(words);
        if (linked > 0 && SeeAlso().IsMatch(text) && linked + 45 >= text.Length)
            return FurnitureClasses.Related;
        if (IsFeedFooter(text))
            return PageFurniture.Why;
        return linked >= text.Length * AllLink && text.Length > 0 && PageFurniture.Is(text) ? PageFurniture.Why : null;
    }

    /// <summary>What feeds write under each of their items.</summary>
    public static bool IsFeedFooter(string line) => line.Length < 500 && FeedFooter().IsMatch(line);

    /// <summary>The words without the "read more" at their end, where there is one.</summary>
    public static IReadOnlyList<Inline>? WithoutReadMore(IReadOnlyList<Inline> words)
    {
        var end = words.Count;
        while (
            end > 0 && words[end - 1] is Inline.LineBreak
            || end > 0 && words[end - 1] is Inline.Text(var blank) && string.IsNullOrWhiteSpace(blank)
        )
            end--;
        if (
            end < 2
            || words[end - 1] is not Inline.Link(_, var label)
            || !ReadMore().IsMatch(BlockText.Of(label).Trim())
        )
            return null;
        var kept = words.Take(end - 1).ToList();
        if (kept is [.., Inline.Text(var last)])
            kept[^1] = new Inline.Text(Cut().Replace(last, "…"));
        return kept;
    }

    /// <summary>A list, a paragraph or a heading in which nearly everything is link.</summary>
    public static bool IsLinks(Block block) =>
        block switch
        {
            Block.Paragraph(var words) => IsLinks(words),
            Block.Heading(_, var words) => IsLinks(words),
            Block.BulletedOrNumbered list => list.Items.All(item =>
                item.Content.All(inner => inner is Block.Figure || IsLinks(inner))
            ),
            _ => false,
        };

    private static bool IsLinks(IReadOnlyList<Inline> words) =>
        BlockText.Of(words).Trim().Length is var length && length > 0 && Linked(words) >= length * 0.7;

    private static int Linked(IReadOnlyList<Inline> words) =>
        words.Sum(word =>
            word switch
            {
                Inline.Link(_, var inner) => BlockText.Of(inner).Length,
                Inline.Strong(var inner) => Linked(inner),
                Inline.Emphasis(var inner) => Linked(inner),
                _ => 0,
            }
        );

    [GeneratedRegex(
        @"^[\s>→»•▶►👉\[(-]*(?:(?:à |a )?(?:lire|voir|relire|écouter|découvrir|re-?lire|(?:re)?lisez)(?: et (?:à )?voir)? (?:aussi|également|encore|sur le même sujet)|(?:à|a) (?:lire|relire|voir|découvrir)\s*[:–—|-]|(?:pour|en) (?:aller plus loin|savoir plus)|notre (?:dossier|article|sélection)\s*[:–—]|sur le même (?:sujet|thème)|read (?:also|more|next)|see also|also read|related)\b?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex SeeAlso();

    [GeneratedRegex(
        @"(?:^|\s)(?:the post|l['’]article|cet article|le billet|der beitrag|la entrada|l['’]articolo|o post|het bericht)\s.{1,300}?\s(?:(?:first\s)?appeared first on|est apparu en premier sur|appeared on|erschien zuerst auf|se publicó primero en|(?:è apparso|proviene) (?:per primo su|da)|apareceu primeiro em|verscheen eerst op)\s.{1,120}$|^(?:cet article|article) (?:publié|paru) (?:initialement|en premier) (?:sur|dans) .{1,100}$|^this (?:article|post) (?:was )?(?:originally|first) (?:published|appeared) (?:on|at|in) .{1,100}$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex FeedFooter();

    [GeneratedRegex(
        @"^[\s\[(→»>…]*(?:lire (?:la suite|plus|l['’]article|davantage)|(?:la )?suite|en savoir plus|continuer (?:la|à) lire.*|continuer la lecture.*|continue reading.*|read (?:more|on|the (?:full|rest|whole).*)|keep reading.*|more|weiterlesen.*|mehr lesen|leer más|seguir leyendo.*|continua a leggere.*|leggi tutto|ler mais|lees (?:meer|verder).*|\(?more…?\)?)[\s\])→»>….]*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex ReadMore();

    // The mark of what was cut: "[…]", "[...]", "…".
    [GeneratedRegex(@"\s*(?:\[\s*(?:…|\.\.\.)\s*\]|…|\.\.\.)\s*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Cut();
}
