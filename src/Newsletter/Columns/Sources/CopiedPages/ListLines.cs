using System.Globalization;
using System.Text.RegularExpressions;

namespace Newsletter.Columns.Sources.CopiedPages;

/// <summary>Lines that begin with a bullet, a number or a letter, as lists; deeper ones by their indent.</summary>
internal static partial class ListLines
{
    private const int Deepest = 6;

    public static bool Begins(PageLine line) => Marker().IsMatch(line.Plain);

    /// <summary>Enough to be a list: a lone number may begin a sentence, and a lone dash a reply.</summary>
    public static bool IsList(IReadOnlyList<PageLine> group)
    {
        if (group.Count == 0 || Marker().Match(group[0].Plain) is not { Success: true } first)
            return false;
        var items = group.Count(Begins);
        if (first.Groups["bullet"].Success)
            return true;
        if (first.Groups["dash"].Success)
            return items > 1;
        return items > 1 || (first.Groups["number"] is { Success: true, Value: "1" });
    }

    public static bool IsLetter(PageLine line) => Marker().Match(line.Plain).Groups["letter"].Success;

    public static string MarkerOf(PageLine line) => Marker().Match(line.Plain).Value.Trim();

    public static Block.BulletedOrNumbered Read(
        IReadOnlyList<PageLine> group,
        Func<string, IReadOnlyList<Block>> read,
        int depth = 0
    )
    {
        var first = Marker().Match(group[0].Plain);
        var numbered = !first.Groups["bullet"].Success && !first.Groups["dash"].Success;
        var start = int.TryParse(first.Groups["number"].Value, CultureInfo.InvariantCulture, out var number)
            ? number
            : 1;
        var items = new List<ListItem>();
        for (var index = 0; index < group.Count; )
        {
            var end = index + 1;
            while (
                end < group.Count
                && (!Begins(group[end]) || (group[end].Indent >= group[0].Indent + 2 && depth < Deepest))
            )
                end++;
            items.Add(Item([.. group.Skip(index).Take(end - index)], read, depth));
            index = end;
        }
        return new Block.BulletedOrNumbered(numbered, start, items);
    }

    private static ListItem Item(List<PageLine> lines, Func<string, IReadOnlyList<Block>> read, int depth)
    {
        var nested = lines.FindIndex(1, Begins);
        var own = nested < 0 ? lines : lines[..nested];
        var words = WithoutMarker(Wrapping.Join(own));
        var blocks = read(words).ToList();
        if (nested >= 0)
            blocks.Add(Read(lines[nested..], read, depth + 1));
        return new ListItem(blocks);
    }

    private static string WithoutMarker(string text) => TextMarker().Replace(text, "", 1);

    [GeneratedRegex(
        @"^(?:(?<bullet>[-*•‣◦▪●·→➢✓✔])|(?<dash>–)|(?<number>\d{1,3})[.)°]|(?<letter>[a-z])\))(?:\s+|$)",
        RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Marker();

    [GeneratedRegex(@"(?:[-*•‣◦▪●·→➢✓✔]|–|\d{1,3}[.)°]|[a-z]\))(?:\s+|$)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex TextMarker();
}
