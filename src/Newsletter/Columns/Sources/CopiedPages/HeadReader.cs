using Newsletter.Columns.Cleaning;
using Newsletter.Columns.Sources.CopiedPages.Bylines;

namespace Newsletter.Columns.Sources.CopiedPages;

/// <summary>
/// Reads the top of a page: the title, and beneath it authors, roles and date up to the first real paragraph. What it
/// takes leaves the list of lines; the first line it does not understand ends it.
/// </summary>
internal sealed class HeadReader(Leftovers leftovers)
{
    private const int MostLines = 14;
    private const int LongestTitle = 200;
    private const int LongestStandfirst = 500;

    private readonly BylineReader bylines = new(leftovers);
    private readonly MetaLine meta = new(new BylineReader(leftovers), leftovers);

    public PageHead Read(List<PageLine> lines)
    {
        SiteMenu.Take(lines, leftovers);
        var head = new PageHead();
        var hasBlanks = lines.Skip(1).Any(line => line.AfterBlank);
        var at = TakeTitle(lines, head);
        var start = at;
        var roleFor = head.Authors.Count - 1;
        while (at < lines.Count && at < start + MostLines)
        {
            if (lines[at].IsBlockOnly)
            {
                // A portrait or a pull quote set above the byline stays, and what is beneath it is still the head.
                at++;
                start++;
                continue;
            }
            if (lines[at].IsMarkedHeading || !TakeLine(lines, at, head, hasBlanks, ref roleFor))
                break;
            lines.RemoveAt(at);
        }
        return head;
    }

    private int TakeTitle(List<PageLine> lines, PageHead head)
    {
        var at = 0;
        while (at < lines.Count)
        {
            var line = lines[at];
            if (line.IsBlockOnly || line.Plain.Length == 0)
                at++;
            else if (lines.Count > at + 1 && !line.IsMarkedHeading && meta.Take(line.Plain, head))
                lines.RemoveAt(at);
            else
                break;
        }
        if (at == lines.Count || lines[at].Plain.Length > LongestTitle || IsRunningText(lines, at))
            return at;
        head.Title = TitleAt(lines, at);
        return at;
    }

    private string TitleAt(List<PageLine> lines, int at)
    {
        var title = lines[at];
        lines.RemoveAt(at);
        if (at >= lines.Count)
            return title.Plain;
        var next = lines[at];
        if (!next.AfterBlank && next.Plain.Length > 2 && next.Plain.All(c => c is '=' or '-' or '~' or '*'))
        {
            leftovers.Drop(next.Plain, "A line drawn under the title.");
            lines.RemoveAt(at);
        }
        else if (
            next.Plain.Equals(title.Plain, StringComparison.OrdinalIgnoreCase) || IsWithSite(title.Plain, next.Plain)
        )
        {
            leftovers.Drop(title.Plain, "It says the title that stands again beneath it.");
            lines.RemoveAt(at);
            return next.Plain;
        }
        else if (IsWrapped(title, next, lines))
        {
            lines.RemoveAt(at);
            return $"{title.Plain} {next.Plain}";
        }
        return title.Plain;
    }

    // A title that its editor wrapped goes on in lower case, as does a caption that ran into a name.
    private static bool IsWrapped(PageLine title, PageLine next, List<PageLine> lines) =>
        !next.AfterBlank
        && next.Plain.Length > 0
        && next.Plain.Length < title.Plain.Length
        && char.IsLower(next.Plain[0])
        && Wrapping
            .Of([
                [title, next],
                .. Paragraphs(lines),
            ])
            .IsFull(title, next)
        && new BylineReader(new Leftovers()) is var probe
        && probe.Bare(next.Plain) is null
        && probe.Marked(next.Plain) is null;

    private bool TakeLine(List<PageLine> lines, int at, PageHead head, bool hasBlanks, ref int roleFor)
    {
        var line = lines[at];
        var known = head.Authors.Count;
        if (meta.Take(line.Plain, head))
        {
            roleFor = head.Authors.Count > known ? head.Authors.Count - 1 : roleFor;
            return true;
        }
        if (IsCaptionOfNext(lines, at))
            return true;
        if (!IsRoleOf(head, roleFor, line, hasBlanks) && bylines.Bare(line.Plain) is { } people)
        {
            AddNew(head, people);
            roleFor = head.Authors.Count - 1;
            return true;
        }
        if (IsRoleOf(head, roleFor, line, hasBlanks) && (at + 1 < lines.Count || RoleShape.Names(line.Plain)))
        {
            head.Authors[roleFor] = head.Authors[roleFor] with { Role = RoleText(line) };
            roleFor = -1;
            return true;
        }
        if (
            roleFor < 0
            && hasBlanks
            && !line.AfterBlank
            && head.Authors is [.., { Role: { } role } last]
            && RoleShape.Is(line.Plain, besideName: true, hasBlanks)
        )
        {
            head.Authors[^1] = last with { Role = $"{role}, {RoleText(line)}" };
            return true;
        }
        if (head is not { Standfirst: null, Authors.Count: 0 } || !AuthorFollows(lines, at))
            return false;
        head.Standfirst = line.Text;
        return true;
    }

    // The name of an organisation has the shape of a person's; only beside a name is it a role.
    private static bool IsRoleOf(PageHead head, int author, PageLine line, bool hasBlanks) =>
        author >= 0
        && author < head.Authors.Count
        && head.Authors[author].Role is null
        && (!PersonName.Is(line.Plain) || RoleShape.Names(line.Plain))
        && RoleShape.Is(line.Plain, !line.AfterBlank, hasBlanks);

    // The source's own spaces and apostrophes, which Plain has made ordinary.
    private static string RoleText(PageLine line) => Held.Plain(line.Text).Trim();

    private bool IsCaptionOfNext(List<PageLine> lines, int at)
    {
        if (at + 1 >= lines.Count || lines[at].Plain.Length > 80 || !PersonName.Is(lines[at + 1].Plain))
            return false;
        if (!PortraitCaption.IsOf(lines[at].Plain, lines[at + 1].Plain))
            return false;
        leftovers.Drop(lines[at].Plain, $"The caption of the portrait of {lines[at + 1].Plain}.");
        return true;
    }

    private void AddNew(PageHead head, IReadOnlyList<Byline> people)
    {
        foreach (var person in people)
        {
            var known = head.Authors.FindIndex(author => author.Name == person.Name);
            if (known < 0)
                head.Authors.Add(person);
            else if (person.Role is { } role && head.Authors[known].Role is null)
                head.Authors[known] = head.Authors[known] with { Role = role };
            else if (person.Role is { } second && second != head.Authors[known].Role)
                leftovers.Drop(second, $"Another role of {person.Name}; the first was kept.");
        }
    }

    // A paragraph between title and byline is the standfirst; one that no byline follows is the column's first.
    private static bool AuthorFollows(List<PageLine> lines, int at)
    {
        var quiet = new Leftovers();
        var probe = new MetaLine(new BylineReader(quiet), quiet);
        return lines[at].Plain.Length is > 20 and <= LongestStandfirst
            && lines
                .Skip(at + 1)
                .Take(2)
                .Any(line =>
                {
                    var head = new PageHead();
                    return probe.Take(line.Plain, head) && (head.Authors.Count > 0 || head.Date is not null)
                        || PortraitCaption.Split(line.Plain) is not null;
                });
    }

    private static bool IsRunningText(List<PageLine> lines, int at) =>
        lines[at].Plain.Length > 120 && lines[at].EndsSentence
        || at + 2 < lines.Count
            && !lines[at + 1].AfterBlank
            && Wrapping.Of([
                [.. lines.Skip(at).TakeWhile((line, index) => index == 0 || !line.AfterBlank)],
            ])
                is var wrapping
            && wrapping.Holds([.. lines.Skip(at).TakeWhile((line, index) => index == 0 || !line.AfterBlank)])
            && lines.Skip(at + 1).Any(line => line.AfterBlank)
            && lines.Skip(at).TakeWhile((line, index) => index == 0 || !line.AfterBlank).Count() > 2;

    // "The title | The site" above "The title".
    private static bool IsWithSite(string title, string next) =>
        title.Length > next.Length
        && next.Length > 8
        && title.StartsWith(next, StringComparison.OrdinalIgnoreCase)
        && title[next.Length..].TrimStart() is ['|' or '-' or '–' or '—' or '·' or '•' or ':' or '»', ' ', ..];

    private static IEnumerable<List<PageLine>> Paragraphs(List<PageLine> lines)
    {
        var group = new List<PageLine>();
        foreach (var line in lines)
        {
            if (line.AfterBlank && group.Count > 0)
            {
                yield return group;
                group = [];
            }
            group.Add(line);
        }
        if (group.Count > 0)
            yield return group;
    }
}
