namespace Newsletter.Columns.Cleaning.Html;

/// <summary>Writes the text of one node: its words, its line breaks where they mean something, and what is held in it.</summary>
internal sealed class FlowText(HtmlContext context)
{
    /// <param name="inParagraph">Whether the element that holds it is one paragraph, whatever blank lines stand in it.</param>
    public void Write(string data, BlockFlow flow, bool inParagraph)
    {
        var run = 0;
        for (var at = 0; at < data.Length; )
        {
            var sign = Held.LengthAt(data, at);
            if (sign > 0 && at + sign <= data.Length)
            {
                Words(data[run..at], flow, inParagraph);
                Sign(data, at, flow);
                run = at + sign;
            }
            at += Math.Max(1, sign);
        }
        Words(data[run..], flow, inParagraph);
    }

    private static void Words(string words, BlockFlow flow, bool inParagraph)
    {
        var lines = words.Split('\n');
        for (var at = 0; at < lines.Length; at++)
        {
            var blank = at > 0 && at < lines.Length - 1 && string.IsNullOrWhiteSpace(lines[at]);
            if (blank && !inParagraph)
                flow.EndParagraph();
            else if (at > 0 && flow.LinesMean && !inParagraph && !blank && Follows(lines, at))
                flow.Break();
            else if (at > 0)
                flow.Add(" ");
            flow.Add(lines[at]);
        }
    }

    /// <summary>Whether words stand on both sides of this line's beginning.</summary>
    private static bool Follows(string[] lines, int at) =>
        !string.IsNullOrWhiteSpace(lines[at - 1]) && !string.IsNullOrWhiteSpace(lines[at]);

    private void Sign(string data, int at, BlockFlow flow)
    {
        switch (data[at])
        {
            case Held.BlockSign:
                flow.Lift(context.Held.BlockAt(data, at));
                break;
            case Held.InlineSign:
                flow.Add(context.Held.InlineAt(data, at));
                break;
            case Held.LinkSign:
                flow.Open(InlineMark.Link, context.Held.AddressAt(data, at));
                break;
            default:
                if (InlineSigns.Opened(data[at]) is { } opened)
                    flow.Open(opened);
                else if (InlineSigns.Closed(data[at]) is { } closed)
                    flow.Close(closed);
                break;
        }
    }
}
