using System.Text;
using Newsletter.Columns;
using Newsletter.Rendering.Preparing;

namespace Newsletter.Rendering.PlainText;

/// <summary>
/// Runs of text as plain words. A link becomes a number, and the numbers' addresses stand below the column;
/// a link whose words are its address stands where it is.
/// </summary>
internal sealed class LinkNotes(Words words)
{
    private readonly List<string> noted = [];

    public string Text(IReadOnlyList<Inline> content)
    {
        var text = new StringBuilder();
        Append(content, text);
        return Fillers.Strip(text.ToString());
    }

    public int NumberOf(string address)
    {
        var place = noted.IndexOf(address);
        if (place < 0)
            noted.Add(address);
        return place < 0 ? noted.Count : place + 1;
    }

    public void WriteTo(TextPage page)
    {
        if (noted.Count == 0)
            return;
        page.Text(words["links"] + words["colon"]);
        for (var place = 0; place < noted.Count; place++)
        {
            var note = $"[{(place + 1).ToString(Numbers.Plain)}] {noted[place]}";
            if (note.Length <= TextPage.Width)
            {
                page.Follow(note);
                continue;
            }
            page.Follow($"[{(place + 1).ToString(Numbers.Plain)}]");
            page.Address(noted[place]);
        }
    }

    private void Append(IReadOnlyList<Inline> content, StringBuilder text)
    {
        foreach (var inline in content)
        {
            switch (inline)
            {
                case Inline.Text(var value):
                    text.Append(value);
                    break;
                case Inline.Code(var code):
                    text.Append(code);
                    break;
                case Inline.LineBreak:
                    text.Append('\n');
                    break;
                case Inline.NoteReference(var label):
                    text.Append(words.Fill("note_reference_text", label));
                    break;
                case Inline.Link(var address, var within):
                    AppendLink(address, within, text);
                    break;
                default:
                    Append(Inlines.Within(inline), text);
                    break;
            }
        }
    }

    private void AppendLink(string address, IReadOnlyList<Inline> within, StringBuilder text)
    {
        // One that ends in a mark of punctuation would lose it to the sentence: its note keeps it.
        if (Inlines.PlainText(within).Trim() == Links.Spoken(address) && !Wrapping.EndsInMark(address))
        {
            // A mail program makes a link of an address on the web only where it is whole.
            text.Append(Links.IsOnTheWeb(address) ? address : Links.Spoken(address));
            return;
        }
        Append(within, text);
        text.Append(Numbers.Plain, $"\u00A0[{NumberOf(address)}]");
    }
}
