using System.Text.RegularExpressions;

namespace Newsletter.Columns.Sources.CopiedPages;

/// <summary>The notes under a page: "[1] text", "(1) text" or "¹ text", where the body refers to them the same way.</summary>
internal sealed partial class NoteLines
{
    private const string Raised = "¹²³⁴⁵⁶⁷⁸⁹";

    private readonly List<(string Label, List<string> Lines)> notes = [];

    /// <summary>Takes the notes off the end of the page's lines.</summary>
    public static NoteLines Take(List<PageLine> lines, IReadOnlySet<string> takenLabels)
    {
        var found = new NoteLines();
        var first = FirstNote(lines);
        if (first < 0)
            return found;
        foreach (var line in lines.Skip(first))
            if (Note().Match(line.Text) is { Success: true } match)
                found.notes.Add((LabelOf(match), [line.Text[match.Length..]]));
            else
                found.notes[^1].Lines.Add(line.Text);
        var body = string.Join('\n', lines.Take(first).Select(line => line.Plain));
        var labels = found.notes.ConvertAll(note => note.Label);
        var usable =
            labels.Distinct(StringComparer.Ordinal).Count() == labels.Count
            && !labels.Exists(takenLabels.Contains)
            && Reference().Matches(body).Any(match => labels.Contains(LabelOf(match), StringComparer.Ordinal));
        if (usable)
            lines.RemoveRange(first, lines.Count - first);
        else
            found.notes.Clear();
        return found;
    }

    public IEnumerable<string> Labels => notes.Select(note => note.Label);

    public IEnumerable<Block.Note> Read(InlineReader inlines)
    {
        foreach (var (label, lines) in notes)
        {
            var lifted = new List<Block>();
            var words = inlines.Read(string.Join(' ', lines), lifted);
            if (words.Count > 0 || lifted.Count > 0)
                yield return new Block.Note(
                    label,
                    [.. words.Count > 0 ? [new Block.Paragraph(words)] : Array.Empty<Block>(), .. lifted]
                );
        }
    }

    // From the end upwards: a run of lines of which each begins a note or goes on with one.
    private static int FirstNote(List<PageLine> lines)
    {
        var first = -1;
        for (var index = lines.Count - 1; index > 0; index--)
            if (Note().IsMatch(lines[index].Text))
                first = index;
            else if (lines[index].AfterBlank)
                break;
            else if (first < 0 && lines.Count - index > 6)
                break;
        return first;
    }

    private static string LabelOf(Match match)
    {
        var label = match.Groups["label"].Value;
        return Raised.IndexOf(label[0], StringComparison.Ordinal) is var number and >= 0 ? $"{number + 1}" : label;
    }

    [GeneratedRegex(
        @"^(?:\[(?<label>\d{1,3}|\*)\]|\((?<label>\d{1,3})\)|(?<label>[¹²³⁴⁵⁶⁷⁸⁹]))[\s:]*(?=\S)",
        RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Note();

    [GeneratedRegex(
        @"\[(?<label>\d{1,3}|\*)\]|\((?<label>\d{1,3})\)|(?<label>[¹²³⁴⁵⁶⁷⁸⁹])",
        RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Reference();
}
