namespace Newsletter.Columns.Cleaning.Html;

/// <summary>Blocks being gathered, and the paragraph that is being written.</summary>
internal sealed class BlockFlow(bool linesMean)
{
    private readonly List<Block> blocks = [];
    private readonly List<Block> lifted = [];
    private readonly List<(InlineMark Mark, string? Address)> open = [];
    private InlineList words = new();
    private bool hasWords;
    private int breaks;

    /// <summary>Whether a line break in the HTML is one in the text.</summary>
    public bool LinesMean => linesMean;

    public void Add(string text)
    {
        if (text.Length == 0)
            return;
        words.Add(text);
        if (string.IsNullOrWhiteSpace(text))
            return;
        hasWords = true;
        breaks = 0;
    }

    public void Add(Inline inline)
    {
        words.Add(inline);
        (hasWords, breaks) = (true, 0);
    }

    /// <summary>One is a line's end, two in a row are a paragraph's.</summary>
    public void Break()
    {
        if (++breaks > 1)
            EndParagraph();
        else
            words.Add(new Inline.LineBreak());
    }

    public void Open(InlineMark mark, string? address = null)
    {
        open.Add((mark, address));
        words.Open(mark, address);
    }

    public void Close(InlineMark mark)
    {
        var last = open.FindLastIndex(it => it.Mark == mark);
        if (last < 0)
            return;
        open.RemoveRange(last, open.Count - last);
        words.Close(mark);
    }

    /// <summary>A block among words does not cut the paragraph: it stands after it, or before where no word came yet.</summary>
    public void Lift(Block block)
    {
        if (hasWords)
            lifted.Add(block);
        else
            blocks.Add(block);
    }

    public void Add(Block block)
    {
        EndParagraph();
        blocks.Add(block);
    }

    public void AddRange(IReadOnlyList<Block> more)
    {
        EndParagraph();
        blocks.AddRange(more);
    }

    /// <summary>Marks that are open go on in the next paragraph.</summary>
    public void EndParagraph()
    {
        breaks = 0;
        if (hasWords)
        {
            var content = InlineTidy.Of(words.Finish());
            if (content.Count > 0)
                blocks.Add(new Block.Paragraph(content));
            blocks.AddRange(lifted);
            lifted.Clear();
        }
        hasWords = false;
        words = new InlineList();
        foreach (var (mark, address) in open)
            words.Open(mark, address);
    }

    public IReadOnlyList<Block> Finish()
    {
        EndParagraph();
        return blocks;
    }
}
