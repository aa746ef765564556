using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Newsletter.Subscribers.Importing;

/// <summary>
/// Reads one cell that holds several fields: JSON, or a dictionary as Python prints it, which is how Buttondown writes
/// its metadata. What lies deeper is named by its path, <c>address.city</c>; lists become their values with commas.
/// </summary>
internal ref struct AttributeCell
{
    private const int Deepest = 8;
    private const int Most = 200;

    private readonly List<KeyValuePair<string, string>> found = [];
    private ReadOnlySpan<char> rest;

    private AttributeCell(ReadOnlySpan<char> text) => rest = text;

    /// <returns>False where it is neither, and nothing is known of it.</returns>
    public static bool TryRead(string cell, [NotNullWhen(true)] out IReadOnlyList<KeyValuePair<string, string>>? found)
    {
        var reading = new AttributeCell(cell);
        found = reading.Next('{') && reading.Object("", 0) && reading.IsAtEnd() ? reading.found : null;
        return found is not null;
    }

    /// <returns>False where it is no list of words and numbers.</returns>
    public static bool TryReadList(string cell, [NotNullWhen(true)] out IReadOnlyList<string>? values)
    {
        var reading = new AttributeCell(cell);
        values = reading.Next('[') && reading.List(0) is { } read && reading.IsAtEnd() ? read : null;
        return values is not null;
    }

    /// <summary>After its opening brace.</summary>
    private bool Object(string path, int depth)
    {
        if (depth > Deepest)
            return false;
        if (Next('}'))
            return true;
        do
        {
            // Python leaves a comma before the end be.
            if (Next('}'))
                return true;
            if (Quoted() is not { } name || !Next(':') || !Value(path.Length == 0 ? name : $"{path}.{name}", depth))
                return false;
        } while (Next(','));
        return Next('}');
    }

    private bool Value(string path, int depth)
    {
        if (Next('{'))
            return Object(path, depth + 1);
        var text = ListOrScalar(depth);
        if (!string.IsNullOrWhiteSpace(text) && found.Count < Most)
            found.Add(new(path, text));
        return text is not null;
    }

    private string? ListOrScalar(int depth) =>
        !Next('[') ? Scalar()
        : List(depth + 1) is { } values ? string.Join(", ", values)
        : null;

    /// <summary>After its opening bracket; null where it is none.</summary>
    private List<string>? List(int depth)
    {
        var values = new List<string>();
        if (depth > Deepest)
            return null;
        while (!Next(']'))
        {
            if (ListOrScalar(depth) is not { } value)
                return null;
            if (value.Length > 0)
                values.Add(value);
            if (!Next(',') && !rest.TrimStart().StartsWith("]", StringComparison.Ordinal))
                return null;
        }

        return values;
    }

    /// <summary>A text, a number or a word; empty for none.</summary>
    private string? Scalar()
    {
        if (Quoted() is { } text)
            return text;
        var end = rest.IndexOfAny(",]}");
        var word = (end < 0 ? rest : rest[..end]).Trim().ToString();
        if (end < 0 || word.Length is 0 or > 60)
            return null;
        rest = rest[end..];
        return word switch
        {
            "null" or "None" => "",
            "true" or "True" => "true",
            "false" or "False" => "false",
            _ => double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out _) ? word : null,
        };
    }

    /// <summary>A text in single or double quotation marks; null where none follows.</summary>
    private string? Quoted()
    {
        rest = rest.TrimStart();
        if (rest.IsEmpty || rest[0] is not ('"' or '\''))
            return null;
        var mark = rest[0];
        var text = new StringBuilder();
        for (var i = 1; i < rest.Length; i++)
        {
            if (rest[i] == mark)
            {
                rest = rest[(i + 1)..];
                return text.ToString();
            }

            if (rest[i] == '\\' && i + 1 < rest.Length)
                i = Escaped(i + 1, text);
            else
                text.Append(rest[i]);
        }

        return null;
    }

    /// <returns>The place of the escape's last character.</returns>
    private readonly int Escaped(int at, StringBuilder text)
    {
        var digits = rest[at] switch
        {
            'x' => 2,
            'u' => 4,
            'U' => 8,
            _ => 0,
        };
        if (
            digits > 0
            && at + digits < rest.Length
            && int.TryParse(rest.Slice(at + 1, digits), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var c)
        )
        {
            text.Append(
                c <= char.MaxValue ? ((char)c).ToString()
                : Rune.IsValid(c) ? new Rune(c).ToString()
                : ""
            );
            return at + digits;
        }

        text.Append(
            rest[at] switch
            {
                'n' or 'r' or 't' => ' ',
                var other => other,
            }
        );
        return at;
    }

    private bool Next(char wanted)
    {
        rest = rest.TrimStart();
        if (rest.IsEmpty || rest[0] != wanted)
            return false;
        rest = rest[1..];
        return true;
    }

    private readonly bool IsAtEnd() => rest.Trim().IsEmpty;
}
