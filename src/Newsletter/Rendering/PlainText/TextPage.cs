using System.Text;
using Newsletter.Rendering.Preparing;

namespace Newsletter.Rendering.PlainText;

/// <summary>
/// Lines of 78 at most, below one another, indented or quoted as what they stand in. Blocks are parted by one
/// empty line; there are never three, and never a blank at a line's end.
/// </summary>
internal sealed class TextPage
{
    public const int Width = 78;

    private readonly StringBuilder page = new();
    private readonly Stack<(string First, string Next)> margins = new();
    private string firstMargin = "";
    private string nextMargin = "";
    private bool isTight;

    // The margin of the empty line that is due; null where none is. It is written with what comes after it, so that
    // a block of which the text part shows nothing leaves no empty line either.
    private string? gap;

    /// <summary>How many characters are written.</summary>
    public int Length => page.Length;

    /// <summary>Within what <paramref name="written"/> writes, the first line begins with one margin and the others with another.</summary>
    public void Within(string first, string next, Action written)
    {
        margins.Push((firstMargin, nextMargin));
        (firstMargin, nextMargin) = (firstMargin + first, nextMargin + next);
        StandApart();
        written();
        var (_, outer) = margins.Pop();
        (firstMargin, nextMargin) = (outer, outer);
        if (gap?.Length > outer.Length)
            gap = outer.TrimEnd();
    }

    /// <summary>A block of its own; line feeds in the text are kept.</summary>
    public void Text(string text)
    {
        if (!Visible.Is(text))
            return;
        Gap();
        Follow(text);
    }

    /// <summary>Directly below what stands there.</summary>
    public void Follow(string text)
    {
        foreach (var line in Fillers.Strip(text).Split('\n'))
        {
            foreach (
                var piece in Wrapping.Lines(
                    line.Trim(),
                    Math.Max(20, Width - Math.Max(firstMargin.Length, nextMargin.Length))
                )
            )
                Put(piece);
        }
    }

    /// <summary>An address alone on its line, however long it is; a margin would make it another line.</summary>
    public void Address(string address)
    {
        Part();
        page.Append(address).Append('\n');
        firstMargin = nextMargin;
    }

    public void Line(string line)
    {
        Gap();
        Put(line);
    }

    /// <summary>Verbatim lines; those that are too long go on in the next, and of empty ones two are enough.</summary>
    public void Listing(IEnumerable<string> lines)
    {
        Gap();
        var empty = 0;
        var isFirst = true;
        foreach (var line in lines.Select(line => Fillers.Strip(line).TrimEnd()))
        {
            if (line.Length == 0)
            {
                empty++;
                continue;
            }
            for (var count = 0; count < Math.Min(empty, 2) && !isFirst; count++)
                Put("");
            (empty, isFirst) = (0, false);
            foreach (
                var piece in Wrapping.Pieces(
                    line,
                    Math.Max(20, Width - Math.Max(firstMargin.Length, nextMargin.Length))
                )
            )
                Put(piece.TrimEnd());
        }
    }

    public void Underlined(string title, char with)
    {
        Text(title);
        var longest = Wrapping.Lines(Fillers.Strip(title), Width - nextMargin.Length).Max(DisplayWidth.Of);
        Put(new string(with, Math.Clamp(longest, 3, Width - nextMargin.Length)));
    }

    /// <summary>An empty line, within the quotation it stands in.</summary>
    public void Gap()
    {
        if (!isTight)
            gap ??= nextMargin.TrimEnd();
        isTight = false;
    }

    /// <summary>No empty line before the next block: an item's own text follows its bullet.</summary>
    public void Tighten() => isTight = true;

    public override string ToString() => page.ToString().TrimEnd('\n') + "\n";

    private void Put(string line)
    {
        Part();
        if (IsLongAddress(line))
            StandApart(always: true);
        var start = page.Length;
        if (IsLongAddress(line))
            page.Append(Fillers.Strip(line.Trim()));
        else
            page.Append(Fillers.Strip(firstMargin + line));
        while (page.Length > start && page[^1] == ' ')
            page.Length--;
        page.Append('\n');
        firstMargin = nextMargin;
    }

    private void Part()
    {
        if (gap is not null && page.Length > 0)
            page.Append(gap).Append('\n');
        gap = null;
    }

    /// <summary>
    /// A sign within a sign within a sign leaves no room beside it, nor does one before an address that is longer
    /// than a line: then it has a line of its own.
    /// </summary>
    private void StandApart(bool always = false)
    {
        if ((firstMargin.Length <= Width / 2 && !always) || firstMargin == nextMargin)
            return;
        Part();
        page.Append(Fillers.Strip(firstMargin).TrimEnd()).Append('\n');
        firstMargin = nextMargin;
    }

    private bool IsLongAddress(string line) => line.Length + firstMargin.Length > Width && Wrapping.IsAddress(line);
}
