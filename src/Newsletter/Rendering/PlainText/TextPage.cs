using System.Text;

namespace Newsletter.Rendering.PlainText;

/// <summary>
/// Lines of 78 at most, below one another, indented or quoted as what they stand in. Blocks are parted by one
/// empty line; there are never three, and never a blank at a line's end.
/// </summary>
internal sealed class TextPage
{
    public const int Width = 78;

    private readonly StringBuilder _page = new();
    private readonly Stack<(string First, string Next)> _margins = new();
    private string _first = "";
    private string _next = "";
    private bool _isTight;

    /// <summary>Within what <paramref name="written"/> writes, the first line begins with one margin and the others with another.</summary>
    public void Within(string first, string next, Action written)
    {
        _margins.Push((_first, _next));
        (_first, _next) = (_first + first, _next + next);
        written();
        var (_, outer) = _margins.Pop();
        (_first, _next) = (outer, outer);
    }

    /// <summary>A block of its own; line feeds in the text are kept.</summary>
    public void Text(string text)
    {
        Gap();
        Follow(text);
    }

    /// <summary>Directly below what stands there.</summary>
    public void Follow(string text)
    {
        foreach (var line in text.Split('\n'))
        {
            foreach (var piece in Wrapping.Lines(line, Math.Max(20, Width - Math.Max(_first.Length, _next.Length))))
                Put(piece);
        }
    }

    /// <summary>An address alone on its line, however long it is; a margin would make it another line.</summary>
    public void Address(string address)
    {
        _page.Append(address).Append('\n');
        _first = _next;
    }

    public void Line(string line)
    {
        Gap();
        Put(line);
    }

    /// <summary>Verbatim lines; those that are too long go on in the next.</summary>
    public void Listing(IEnumerable<string> lines)
    {
        Gap();
        var empty = 0;
        foreach (var line in lines)
        {
            empty = line.Length == 0 ? empty + 1 : 0;
            if (empty > 2)
                continue;
            foreach (var piece in Wrapping.Pieces(line, Width - _next.Length))
                Put(piece.TrimEnd());
        }
    }

    public void Underlined(string title, char with)
    {
        Text(title);
        var longest = Wrapping.Lines(title, Width - _next.Length).Max(DisplayWidth.Of);
        Put(new string(with, Math.Clamp(longest, 3, Width - _next.Length)));
    }

    /// <summary>An empty line, within the quotation it stands in.</summary>
    public void Gap()
    {
        if (_page.Length > 0 && !_isTight)
            _page.Append(_next.TrimEnd()).Append('\n');
        _isTight = false;
    }

    /// <summary>No empty line before the next block: an item's own text follows its bullet.</summary>
    public void Tighten() => _isTight = true;

    public override string ToString() => _page.ToString().TrimEnd('\n') + "\n";

    private void Put(string line)
    {
        var start = _page.Length;
        if (IsLongAddress(line))
            _page.Append(line.Trim());
        else
            _page.Append(_first).Append(line);
        while (_page.Length > start && _page[^1] == ' ')
            _page.Length--;
        _page.Append('\n');
        _first = _next;
    }

    private bool IsLongAddress(string line) => line.Length + _first.Length > Width && Wrapping.IsAddress(line);
}
