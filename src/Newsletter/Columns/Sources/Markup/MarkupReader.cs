using System.Globalization;
using System.Text;

namespace Newsletter.Columns.Sources.Markup;

/// <summary>
/// The text of an XML file as a strict parser can take it: without its declaration and document type, without
/// characters that XML has not, and with HTML's entities as numbers. Lines stay where they are. Reads as it goes.
/// </summary>
internal sealed class MarkupReader(TextReader text, string name) : TextReader
{
    private const int Ahead = 64;

    private readonly char[] buffer = new char[32 * 1024];
    private readonly StringBuilder ready = new();
    private Doctype doctype = Doctype.None(name);
    private string? until;
    private int readyFrom;
    private int position;
    private int length;
    private bool ended;

    /// <summary>How many characters XML has not, and were left out.</summary>
    public int LeftOut { get; private set; }

    /// <summary>The most characters from one <see cref="Mark"/> to the next.</summary>
    public long LargestPiece { get; init; } = long.MaxValue;

    private long Since { get; set; }

    /// <summary>A new piece (an item) begins.</summary>
    public void Mark() => Since = 0;

    public override int Peek() => Fill(1) ? ready[readyFrom] : -1;

    public override int Read() => Fill(1) ? ready[readyFrom++] : -1;

    public override int Read(char[] target, int index, int count)
    {
        if (count == 0 || !Fill(Math.Min(count, 4096)))
            return 0;
        var taken = Math.Min(count, ready.Length - readyFrom);
        ready.CopyTo(readyFrom, target, index, taken);
        readyFrom += taken;
        return taken;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            text.Dispose();
        base.Dispose(disposing);
    }

    private bool Fill(int wanted)
    {
        if (ready.Length - readyFrom >= wanted)
            return true;
        ready.Remove(0, readyFrom);
        readyFrom = 0;
        var before = ready.Length;
        while (ready.Length < wanted && Load())
            Step();
        Since += ready.Length - before;
        if (Since > LargestPiece)
            throw new Refusal(
                $"{name} holds an item of more than {LargestPiece / 1_000_000} million characters, which is no column; take it out of the file."
            );
        return ready.Length > 0;
    }

    /// <summary>Whether there is a character; as many more as any decision needs stand behind it, where the text has them.</summary>
    private bool Load()
    {
        if (length - position >= Ahead || ended)
            return position < length;
        buffer.AsSpan(position, length - position).CopyTo(buffer);
        (length, position) = (length - position, 0);
        while (length < Ahead && !ended)
        {
            var read = text.Read(buffer, length, buffer.Length - length);
            ended = read == 0;
            length += read;
        }
        return length > 0;
    }

    private void Step()
    {
        var next = buffer.AsSpan(position, length - position);
        if (until is not null && next.StartsWith(until))
            Copy(until, null);
        else if (until is not null)
            Character();
        else if (next[0] is '<')
            Angle(next);
        else if (next[0] is '&')
            Reference(next);
        else
            Character();
    }

    private void Angle(ReadOnlySpan<char> next)
    {
        if (next.StartsWith("<![CDATA["))
            Copy("<![CDATA[", "]]>");
        else if (next.StartsWith("<!--"))
            Copy("<!--", "-->");
        else if (next.StartsWith("<!DOCTYPE", StringComparison.OrdinalIgnoreCase))
            doctype = Doctype.Read(Skipped(Doctype.Longest, brackets: true), name);
        else if (next.StartsWith("<?xml") && next.Length > 5 && char.IsWhiteSpace(next[5]))
            Skipped(Ahead * 16, brackets: false);
        else if (next.StartsWith("<?"))
            Copy("<?", "?>");
        else
            Character();
    }

    private void Copy(string sign, string? then)
    {
        ready.Append(sign);
        position += sign.Length;
        until = then;
    }

    private void Reference(ReadOnlySpan<char> next)
    {
        var end = next[..Math.Min(next.Length, 40)].IndexOf(';');
        var written = end > 1 ? next[1..end].ToString() : "";
        var known = written is ['#', ..] ? Numbered(written) : doctype.Resolve(written);
        if (known is null)
        {
            // No reference: the parser says where.
            Character();
            return;
        }
        ready.Append(known);
        position += end + 1;
    }

    private string? Numbered(string written)
    {
        var isHex = written is [_, 'x' or 'X', ..];
        var digits = isHex ? written.AsSpan(2) : written.AsSpan(1);
        var style = isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None;
        if (!long.TryParse(digits, style, CultureInfo.InvariantCulture, out var code))
            return null;
        if (XmlCharacters.Of((int)Math.Min(code, int.MaxValue)) is { } known)
            return $"&#{known};";
        LeftOut++;
        return "";
    }

    private void Character()
    {
        var first = buffer[position++];
        if (first is >= ' ' and < '\u0080' or '\n')
        {
            ready.Append(first);
            return;
        }
        if (char.IsHighSurrogate(first) && position < length && char.IsLowSurrogate(buffer[position]))
            ready.Append(first).Append(buffer[position++]);
        else if (XmlCharacters.Of(first) is { } known)
            ready.Append((char)known);
        else if (first is not '\uFEFF')
            LeftOut++;
    }

    /// <summary>Takes a declaration out, but for its ends of line.</summary>
    private string Skipped(int longest, bool brackets)
    {
        var skipped = new StringBuilder();
        char? quote = null;
        var depth = 0;
        while (Load())
        {
            var character = buffer[position++];
            skipped.Append(character);
            if (character is '\n')
                ready.Append('\n');
            if (skipped.Length > longest)
                throw new Refusal($"{name} begins with a declaration of more than {longest} characters; no feed does.");
            if (quote is not null)
                quote = character == quote ? null : quote;
            else if (character is '"' or '\'')
                quote = character;
            else if (brackets && character is '[' or ']')
                depth += character is '[' ? 1 : -1;
            else if (character is '>' && depth <= 0)
                break;
        }
        return skipped.ToString();
    }
}
