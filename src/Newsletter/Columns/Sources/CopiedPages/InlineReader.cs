using System.Text.RegularExpressions;
using Newsletter.Columns.Cleaning;

namespace Newsletter.Columns.Sources.CopiedPages;

/// <summary>The words of one paragraph: signs become marks, addresses links, and numbers of notes references.</summary>
internal sealed partial class InlineReader(Held held)
{
    private const string NoteNumbers = "¹²³⁴⁵⁶⁷⁸⁹";

    /// <summary>The labels of the notes at the end of the page; only these are references.</summary>
    public HashSet<string> NoteLabels { get; } = [];

    /// <param name="lifted">Takes the blocks that stood among the words, in their order.</param>
    public IReadOnlyList<Inline> Read(string text, List<Block> lifted)
    {
        var inlines = new InlineList();
        var run = 0;
        for (var at = 0; at < text.Length; )
        {
            var sign = Held.LengthAt(text, at);
            if (sign == 0 && text[at] is not '\n')
            {
                at++;
                continue;
            }
            AddWords(inlines, text[run..at]);
            if (sign == 0)
                inlines.Add(new Inline.LineBreak());
            else
                AddSign(inlines, text, at, lifted);
            at += Math.Max(1, sign);
            run = at;
        }
        AddWords(inlines, text[run..]);
        return inlines.Finish();
    }

    private void AddSign(InlineList inlines, string text, int at, List<Block> lifted)
    {
        switch (text[at])
        {
            case Held.BlockSign:
                lifted.Add(held.BlockAt(text, at));
                break;
            case Held.InlineSign:
                inlines.Add(held.InlineAt(text, at));
                break;
            case Held.LinkSign:
                inlines.Open(InlineMark.Link, held.AddressAt(text, at));
                break;
            default:
                if (InlineSigns.Opened(text[at]) is { } opened)
                    inlines.Open(opened);
                else if (InlineSigns.Closed(text[at]) is { } closed)
                    inlines.Close(closed);
                break;
        }
    }

    private void AddWords(InlineList inlines, string text)
    {
        var position = 0;
        foreach (Match match in Special().Matches(text))
        {
            if (match.Index < position)
                continue;
            var (inline, length) = Meaning(match);
            if (inline is null)
                continue;
            inlines.Add(text[position..match.Index]);
            inlines.Add(inline);
            position = match.Index + length;
        }
        inlines.Add(text[position..]);
    }

    private (Inline? Inline, int Length) Meaning(Match match)
    {
        if (match.Groups["note"] is { Success: true } note)
        {
            var label =
                note.Value.Length == 1
                && NoteNumbers.IndexOf(note.Value[0], StringComparison.Ordinal) is var number and >= 0
                    ? $"{number + 1}"
                    : note.Value;
            return NoteLabels.Contains(label) ? (new Inline.NoteReference(label), match.Length) : (null, 0);
        }
        var written = WithoutClosingPunctuation(match.Value);
        var address =
            match.Groups["mail"].Success ? WebAddress.Of($"mailto:{written}")
            : written.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? WebAddress.Of($"https://{written}")
            : WebAddress.Of(written);
        return address is null ? (null, 0) : (new Inline.Link(address, [new Inline.Text(written)]), written.Length);
    }

    // A full stop after an address ends the sentence; a bracket ends it only if it was opened in it.
    private static string WithoutClosingPunctuation(string address)
    {
        var end = address.Length;
        while (
            end > 0
            && (
                address[end - 1] is '.' or ',' or ';' or ':' or '!' or '?' or '…' or '»' or '”' or '’' or '\'' or '"'
                || IsUnopened(address, end)
            )
        )
            end--;
        return address[..end];
    }

    private static bool IsUnopened(string address, int end) =>
        address[end - 1] is ')' && address.AsSpan(0, end).Count('(') < address.AsSpan(0, end).Count(')');

    [GeneratedRegex(
        """(?<![\w/@.])(?:(?:https?://|www\.)[^\s<>"«»“”\[\]]+|(?<mail>[a-z0-9._%+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,6}))|\[(?<note>\d{1,3}|\*)\]|\((?<note>\d{1,3})\)|(?<note>[¹²³⁴⁵⁶⁷⁸⁹])""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Special();
}
