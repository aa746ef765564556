using Newsletter.Columns.Cleaning;
using Newsletter.Columns.Sources.CopiedPages.Bylines;

namespace Newsletter.Columns.Sources.CopiedPages;

/// <summary>Reads the end of a page from its last line up: the page's furniture, and a signature under the text.</summary>
internal sealed class FootReader(Leftovers leftovers)
{
    private const int LongestTeaser = 140;

    private readonly BylineReader bylines = new(leftovers);

    /// <summary>Takes what is the page's own off the end.</summary>
    public void TakeFurniture(List<PageLine> lines)
    {
        TakeClosingPart(lines);
        while (
            lines.Count > 0 && !lines[^1].IsBlockOnly && !lines[^1].IsMarkedHeading && PageFurniture.Is(lines[^1].Plain)
        )
            DropFrom(lines, lines.Count - 1);
    }

    /// <summary>Takes "— Ada Byron", alone or with the role beneath it, and makes it the author where there is none yet.</summary>
    public void TakeSignature(List<PageLine> lines, PageHead head)
    {
        foreach (var length in new[] { 1, 2 })
        {
            if (lines.Count <= length || SignatureOf(lines, length) is not { } people)
                continue;
            if (head.Authors.Count == 0)
                head.Authors.AddRange(people);
            else if (people.Any(person => !head.Authors.Exists(known => Same(known, person))))
                return;
            else
            {
                leftovers.Drop(
                    string.Join(", ", lines.TakeLast(length).Select(line => line.Plain)),
                    "The signature repeats the byline."
                );
                for (var index = 0; index < head.Authors.Count; index++)
                    head.Authors[index] = head.Authors[index] with
                    {
                        Role =
                            head.Authors[index].Role
                            ?? people.FirstOrDefault(it => Same(it, head.Authors[index]))?.Role,
                    };
            }
            lines.RemoveRange(lines.Count - length, length);
            return;
        }
    }

    private IReadOnlyList<Byline>? SignatureOf(List<PageLine> lines, int length)
    {
        var line = lines[^length];
        var before = lines[^(length + 1)];
        if (line.IsMarkedHeading || line.Plain.Length > 120 || (!before.EndsSentence && !before.IsBlockOnly))
            return null;
        var name = line.Plain.TrimStart('—', '–', '―', '-', ' ');
        var people = bylines.Marked(line.Plain) ?? bylines.Bare(name.TrimEnd('.'));
        if (people is null || length == 1)
            return people;
        var role = lines[^1];
        return people is [{ Role: null } person] && RoleShape.Is(role.Plain, !role.AfterBlank, pageHasBlankLines: true)
            ? [person with { Role = Held.Plain(role.Text).Trim() }]
            : null;
    }

    // Related articles and readers' comments: from their heading on, nothing is the column's.
    private void TakeClosingPart(List<PageLine> lines)
    {
        for (var at = 1; at < lines.Count; at++)
        {
            var line = lines[at];
            if (line.IsBlockOnly || line.IsMarkedHeading && line.Plain.Length == 0)
                continue;
            var comments = lines[at - 1].EndsSentence && PageFurniture.BeginsComments(line.Plain);
            var related =
                PageFurniture.BeginsClosing(line.Plain)
                && lines
                    .Skip(at + 1)
                    .All(it => it.Plain.Length <= LongestTeaser && (!it.EndsSentence || PageFurniture.Is(it.Plain)));
            if (!comments && !related)
                continue;
            DropFrom(lines, at);
            return;
        }
    }

    private void DropFrom(List<PageLine> lines, int at)
    {
        foreach (var line in lines.Skip(at))
            leftovers.Drop(line.Plain, PageFurniture.Why);
        lines.RemoveRange(at, lines.Count - at);
    }

    private static bool Same(Byline one, Byline other) =>
        PersonName.Letters(one.Name) == PersonName.Letters(other.Name);
}
