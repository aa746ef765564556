using System.Text;

namespace Newsletter.Columns.Cleaning;

/// <summary>Builds a run of inlines: joins neighbouring texts, nests marks, and trims the ends.</summary>
internal sealed class InlineList
{
    // Deeper marks change nothing for a reader, and every later stage walks them by recursion.
    private const int Deepest = 24;

    private readonly Stack<(InlineMark Mark, string? Address, List<Inline> Content)> open = new();
    private readonly StringBuilder words = new();
    private List<Inline> current = [];

    public void Add(string text) => words.Append(text);

    public void Add(Inline inline)
    {
        if (inline is Inline.Text(var text))
        {
            Add(text);
            return;
        }
        EndWords();
        current.Add(inline);
    }

    public void Open(InlineMark mark, string? address = null)
    {
        EndWords();
        open.Push((mark, address, current));
        current = [];
    }

    /// <summary>Closes the mark and whatever was left open inside it; a mark that is not open is ignored.</summary>
    public void Close(InlineMark mark)
    {
        if (open.Any(it => it.Mark == mark))
            while (CloseInnermost() != mark) { }
    }

    public IReadOnlyList<Inline> Finish()
    {
        while (open.Count > 0)
            CloseInnermost();
        EndWords();
        Trim();
        return current;
    }

    private void EndWords()
    {
        if (words.Length == 0)
            return;
        var text = words.ToString();
        words.Clear();
        if (current is [.., Inline.Text(var before)])
            current[^1] = new Inline.Text(before + text);
        else
            current.Add(new Inline.Text(text));
    }

    private InlineMark CloseInnermost()
    {
        EndWords();
        var (mark, address, outer) = open.Pop();
        var content = current;
        current = outer;
        if (content.Count > 0 && open.Count < Deepest)
            current.Add(InlineSigns.Make(mark, address, content));
        else
            content.ForEach(Add);
        return mark;
    }

    private void Trim()
    {
        while (current is [Inline.LineBreak, ..])
            current.RemoveAt(0);
        while (current is [.., Inline.LineBreak])
            current.RemoveAt(current.Count - 1);
        if (current is [Inline.Text(var first), ..])
            Replace(0, first.TrimStart());
        if (current is [.., Inline.Text(var last)])
            Replace(current.Count - 1, last.TrimEnd());
    }

    private void Replace(int index, string text)
    {
        if (text.Length == 0)
            current.RemoveAt(index);
        else
            current[index] = new Inline.Text(text);
    }
}
