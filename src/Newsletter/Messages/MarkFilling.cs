using System.Text;
using Newsletter.Rendering;

namespace Newsletter.Messages;

/// <summary>
/// A text with marks, cut at them once, so that each reader costs only the filling. A value is put in as it is and
/// never read again, so nothing that a reader calls himself can become a mark.
/// </summary>
internal sealed class MarkFilling
{
    // Text and mark take turns; both ends are text.
    private readonly List<string> pieces;
    private readonly List<(string Name, string Default)> marks;

    private MarkFilling(List<string> pieces, List<(string Name, string Default)> marks) =>
        (this.pieces, this.marks) = (pieces, marks);

    /// <exception cref="InvalidOperationException">A mark is unknown, or is not closed: the template is wrong, not the reader.</exception>
    public static MarkFilling Parse(string content)
    {
        var cut = new List<string>();
        var names = new List<(string Name, string Default)>();
        var at = 0;
        for (int open; (open = content.IndexOf(Mark.Opening, at)) >= 0; )
        {
            var close = content.IndexOf(Mark.Closing, open);
            if (close < 0)
                throw new InvalidOperationException($"A mark is opened at {open} and never closed.");
            var mark = content[open..(close + 1)];
            var (name, instead) = Parted(mark);
            if (!ReaderValues.Knows(name))
                throw new InvalidOperationException($"The mark \"{name[1..^1]}\" is not known.");
            cut.Add(Text(content[at..open]));
            names.Add((name, instead));
            at = close + 1;
        }

        cut.Add(Text(content[at..]));
        return new MarkFilling(cut, names);
    }

    /// <summary>Whether it is the same for all readers.</summary>
    public bool IsShared => marks.Count == 0;

    public string InHtml(ReaderValues values) => Filled(values, Html);

    public string InText(ReaderValues values) => Filled(values, HeaderText.OneLine);

    /// <summary>What comes out is one line: no value brings CR, LF or NUL into a header.</summary>
    public string InSubject(ReaderValues values) => HeaderText.OneLine(Filled(values, HeaderText.OneLine)).Trim();

    private string Filled(ReaderValues values, Func<string, string> encode)
    {
        if (pieces.Count == 1)
            return pieces[0];
        var filled = new StringBuilder(pieces[0]);
        foreach (var ((name, instead), following) in marks.Zip(pieces.Skip(1)))
        {
            var value = values.Of(name);
            // A default was encoded when it was written.
            filled.Append(value.Length == 0 ? instead : encode(value)).Append(following);
        }

        return filled.ToString();
    }

    private static (string Name, string Default) Parted(string mark)
    {
        var end = mark.IndexOf(Mark.DefaultSeparator, StringComparison.Ordinal);
        return end < 0 ? (mark, "") : ($"{mark[..end]}{Mark.Closing}", mark[(end + 1)..^1]);
    }

    private static string Html(string value) =>
        HeaderText
            .OneLine(value)
            .Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal)
            .Replace("\"", "&quot;", StringComparison.Ordinal)
            .Replace("'", "&#39;", StringComparison.Ordinal);

    private static string Text(string piece) =>
        piece.Contains(Mark.Closing, StringComparison.Ordinal)
            ? throw new InvalidOperationException("A mark is closed that was never opened.")
            : piece;
}
