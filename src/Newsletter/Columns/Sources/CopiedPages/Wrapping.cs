using System.Text;

namespace Newsletter.Columns.Sources.CopiedPages;

/// <summary>
/// Tells lines that an editor wrapped from lines that a person ended: a line is wrapped where the first word of the
/// next one would not have fitted.
/// </summary>
internal sealed class Wrapping
{
    private const int Narrowest = 45;
    private const int Widest = 100;

    private readonly int width;

    private Wrapping(int width) => this.width = width;

    /// <summary>The width to which this page was wrapped, measured over all its groups of lines.</summary>
    public static Wrapping Of(IEnumerable<IReadOnlyList<PageLine>> groups)
    {
        var longest = groups
            .Where(group => group.Count > 1 && group.All(line => line.Plain.Length <= Widest))
            .Select(group => group.Max(line => line.Plain.Length))
            .DefaultIfEmpty(0)
            .Max();
        return new Wrapping(longest);
    }

    /// <summary>Whether this group of lines is running text that was wrapped.</summary>
    public bool Holds(IReadOnlyList<PageLine> group)
    {
        if (width is < Narrowest or > Widest || group.Count < 2 || group.Any(line => line.Plain.Length > Widest))
            return false;
        var (full, short_, fullThatEnd) = (0, 0, 0);
        for (var index = 0; index + 1 < group.Count; index++)
        {
            if (IsFull(group[index], group[index + 1]))
            {
                full++;
                fullThatEnd += group[index].EndsSentence ? 1 : 0;
            }
            else if (!group[index].EndsSentence)
                short_++;
        }
        return full > 0 && short_ * 6 <= full && fullThatEnd * 2 <= full;
    }

    /// <summary>The paragraphs of a wrapped group: a line that ends a sentence short of the width ends a paragraph.</summary>
    public IEnumerable<List<PageLine>> Paragraphs(IReadOnlyList<PageLine> group)
    {
        var paragraph = new List<PageLine>();
        for (var index = 0; index < group.Count; index++)
        {
            paragraph.Add(group[index]);
            if (index + 1 < group.Count && (!group[index].EndsSentence || IsFull(group[index], group[index + 1])))
                continue;
            yield return paragraph;
            paragraph = [];
        }
    }

    public bool IsFull(PageLine line, PageLine next)
    {
        var space = next.Plain.IndexOf(' ', StringComparison.Ordinal);
        var word = space < 0 ? next.Plain.Length : space;
        return width is >= Narrowest and <= Widest && line.Plain.Length + 1 + word > width;
    }

    /// <summary>One line again; a word that was cut at its hyphen is joined at it.</summary>
    public static string Join(IEnumerable<PageLine> lines)
    {
        var joined = new StringBuilder();
        foreach (var line in lines)
        {
            var cutWord =
                joined.Length > 1 && joined[^1] is '-' && char.IsLetter(joined[^2]) && char.IsLower(line.Text[0]);
            if (joined.Length > 0 && !cutWord)
                joined.Append(' ');
            joined.Append(line.Text);
        }
        return joined.ToString();
    }
}
