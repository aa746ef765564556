using System.Text.RegularExpressions;
using Newsletter.Columns.Sources.CopiedPages;
using Newsletter.Columns.Sources.CopiedPages.Bylines;

namespace Newsletter.Columns.Cleaning.Html.Pages;

/// <summary>What stands above a column on its page; the layout of an issue has a place for each of it.</summary>
internal sealed partial class PageHeader
{
    private const int Among = 12;
    private const string Why = "It stands in the head of the column already.";

    public string? Title { get; init; }

    public IReadOnlyList<Byline> Authors { get; set; } = [];

    public DateOnly? Date { get; set; }

    public string? Standfirst { get; init; }

    /// <summary>Reads who and when off the first lines of the text, where the page says it nowhere else.</summary>
    public void ReadFirstLines(IReadOnlyList<Block> blocks)
    {
        foreach (var text in blocks.Take(6).OfType<Block.Paragraph>().Select(BlockText.Of))
        {
            if (text.Length > 240)
                break;
            if (Authors.Count == 0 && new BylineReader(new Leftovers()).Marked(text) is { Count: > 0 } people)
                Authors = people;
            if (text.Length < 80)
                Date ??= DateLine.Read(text)?.Date;
        }
    }

    /// <summary>Takes the title, the standfirst, the line of the authors and of the date out of the first blocks.</summary>
    public void TakeRepeated(List<Block> blocks, Leftovers leftovers)
    {
        for (var at = Math.Min(Among, blocks.Count) - 1; at >= 0; at--)
        {
            if (blocks[at] is not (Block.Paragraph or Block.Heading or Block.BulletedOrNumbered))
                continue;
            var text = BlockText.Of(blocks[at]).Trim();
            if (!Repeats(text))
                continue;
            leftovers.Drop(text, Why);
            blocks.RemoveAt(at);
        }
    }

    /// <summary>Takes the authors' names from under the text, where they signed it.</summary>
    public void TakeSignature(List<Block> blocks, Leftovers leftovers)
    {
        while (
            blocks is [_, .., Block.Paragraph last]
            && BlockText.Of(last).Trim() is { Length: > 0 } text
            && Authors.Any(author => SameWords.Are(text, author.Name) || SameWords.Are(text, $"Par {author.Name}"))
        )
        {
            leftovers.Drop(text, Why);
            blocks.RemoveAt(blocks.Count - 1);
        }
    }

    private bool Repeats(string text) =>
        (Title is not null && SameWords.Are(text, Title))
        || (Standfirst is not null && SameWords.Are(text, Standfirst))
        || (text.Length <= 240 && (IsDate(text) || NamesAuthors(text)));

    private bool IsDate(string text) =>
        Date is not null
        && text.Length <= 120
        && DateLine.Read(text) is { } line
        && (
            line.Rest.Length < 12
            || NamesAuthors(line.Rest)
            || PageFurniture.Is(line.Rest)
            || (DateLine.Read(line.Rest) is { } second && AboutDates().Replace(second.Rest, "").Length < 12)
        );

    /// <summary>A line that holds an author's name and little else: their role, "Par", a date.</summary>
    private bool NamesAuthors(string text)
    {
        var key = SameWords.Key(text);
        var rest = key.Length;
        foreach (var author in Authors)
        {
            var name = SameWords.Key(author.Name);
            if (name.Length > 2 && key.Contains(name, StringComparison.Ordinal))
                rest -=
                    name.Length
                    + (
                        author.Role is { } role && key.Contains(SameWords.Key(role), StringComparison.Ordinal)
                            ? SameWords.Key(role).Length
                            : 0
                    );
        }
        return rest < key.Length && (rest <= 12 || (rest <= 40 && DateLine.Read(text) is not null));
    }

    // "Publié le 5 mars 2026 à 8h, mis à jour le 6 mars 2026": two dates, and what pages say of them.
    [GeneratedRegex(
        @"publiée?|modifiée?|actualisée?|créée?|mise?\s+à\s+jour|mise?\s+en\s+ligne|posted|published|updated|modified|\ble\b|\bon\b|\bà\b|[\d\W]",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex AboutDates();
}
