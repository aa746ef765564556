using System.Text.RegularExpressions;
using Newsletter.Columns.Cleaning;

namespace Newsletter.Columns.Sources.CopiedPages;

/// <summary>Lines of a page as blocks: groups between blank lines first, then what each group is.</summary>
internal sealed partial class BodyReader(InlineReader inlines, Leftovers leftovers)
{
    // Shorter lines were ended by a person (a verse, an address); longer ones are paragraphs of their own.
    private const int LongestVerse = 80;

    private const int DeepestQuotation = 20;

    public IReadOnlyList<Block> Read(string text) => Read(PageLine.Of(text), depth: 0);

    public IReadOnlyList<Block> Read(IReadOnlyList<PageLine> lines, int depth = 0)
    {
        var groups = Groups(lines).ToList();
        var wrapping = Wrapping.Of(groups);
        var pieces = new List<BodyPiece>();
        foreach (var group in groups)
            AddGroup(group, groups.Count == 1, wrapping, pieces, depth);
        return new BodyPieces(inlines).Blocks(pieces);
    }

    private static IEnumerable<List<PageLine>> Groups(IReadOnlyList<PageLine> lines)
    {
        var group = new List<PageLine>();
        foreach (var line in lines)
        {
            // Things that stand alone do so even where no blank line says it; so does the start or end of a list.
            var stands = StandsAlone(line) || (group.Count > 0 && (StandsAlone(group[^1]) || ChangesKind(group, line)));
            if (group.Count > 0 && (line.AfterBlank || stands))
            {
                yield return group;
                group = [];
            }
            group.Add(line);
        }
        if (group.Count > 0)
            yield return group;
    }

    private static bool StandsAlone(PageLine line) =>
        line.IsBlockOnly
        || line.IsMarkedHeading
        || Separator().IsMatch(line.Plain)
        || LoneAddress().IsMatch(line.Plain);

    private static bool ChangesKind(List<PageLine> group, PageLine line) =>
        IsQuoted(group[0]) != IsQuoted(line) || (ListLines.Begins(line) && !ListLines.Begins(group[0]));

    private void AddGroup(List<PageLine> group, bool onlyGroup, Wrapping wrapping, List<BodyPiece> pieces, int depth)
    {
        var first = group[0];
        if (first.IsMarkedHeading)
            pieces.Add(BodyPiece.Of(Heading(first)));
        else if (Separator().IsMatch(first.Plain))
            pieces.Add(BodyPiece.Of(new Block.Separator()));
        else if (
            group.Count == 1
            && LoneAddress().IsMatch(first.Plain)
            && WebAddress.OfPage(first.Plain) is { } address
        )
            pieces.Add(BodyPiece.Of(EmbedCard.Of(address)));
        else if (IsQuoted(first) && depth < DeepestQuotation)
            pieces.Add(BodyPiece.Of(QuotedWords.Quotation(Read(Unquoted(group), depth + 1))));
        else if (ListLines.IsList(group))
            AddList(group, pieces);
        else if (wrapping.Holds(group))
            pieces.AddRange(
                wrapping
                    .Paragraphs(group)
                    .Select(paragraph => BodyPiece.Words(Wrapping.Join(paragraph), paragraph.Count))
            );
        else if (!onlyGroup && group.Count > 1 && group.TrueForAll(line => line.Plain.Length <= LongestVerse))
            pieces.Add(BodyPiece.Words(string.Join('\n', group.Select(line => line.Text)), group.Count));
        else
            pieces.AddRange(group.Select(line => BodyPiece.Words(line.Text, 1)));
    }

    private void AddList(List<PageLine> group, List<BodyPiece> pieces)
    {
        if (group.Exists(ListLines.IsLetter))
            leftovers.Notice(
                $"The list marked {string.Join(' ', group.Where(ListLines.IsLetter).Select(ListLines.MarkerOf))} is numbered from 1."
            );
        var list = ListLines.Read(group, text => new BodyPieces(inlines).Blocks([BodyPiece.Words(text, 2)]));
        var source = group.Count == 1 ? Wrapping.Join(group) : null;
        pieces.Add(new BodyPiece(list, source, group.Count));
    }

    private Block.Heading Heading(PageLine line)
    {
        // The page's own title is level 1.
        var level = Math.Clamp(line.Text[1] - '0', 2, 6);
        return new Block.Heading(level, inlines.Read(line.Text, []));
    }

    private static List<PageLine> Unquoted(List<PageLine> group) =>
        PageLine.Of(string.Join('\n', group.Select(line => QuoteSign().Replace(line.Text, "", 1))));

    private static bool IsQuoted(PageLine line) => line.Text[0] is '>';

    [GeneratedRegex(@"^>[ \t]?", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex QuoteSign();

    [GeneratedRegex(
        @"^(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,}|(?:=\s*){3,}|(?:~\s*){3,}|(?:[—–]\s*){3,}|(?:•\s*){3,}|⁂|(?:⁎\s*)+|(?:✻\s*)+|(?:❦\s*)+|\*)$",
        RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Separator();

    [GeneratedRegex(@"^https?://\S+$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LoneAddress();
}
