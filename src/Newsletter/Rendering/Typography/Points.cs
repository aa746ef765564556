namespace Newsletter.Rendering.Typography;

/// <summary>Three points become one ellipsis; typewriter dashes become dashes. Options of commands keep theirs.</summary>
internal static class Points
{
    public static List<Glyph> Set(List<Glyph> line, char twoDashes)
    {
        if (!line.Exists(static glyph => glyph.Value is '.' or '-'))
            return line;
        var set = new List<Glyph>(line.Count);
        for (var index = 0; index < line.Count; index++)
        {
            var glyph = line[index];
            var length = glyph.IsFixed || glyph.Value is not ('.' or '-') ? 1 : LengthOfRun(line, index);
            if (glyph.Value == '.' && length == 3 && Glyph.At(line, index + 3).Value is not ('/' or '\\' or '.'))
                set.Add(glyph with { Value = '…' });
            else if (
                glyph.Value == '-'
                && length <= 3
                && !glyph.IsFixed
                && Dash(line, index, length, twoDashes) is { } dash
            )
                set.Add(glyph with { Value = dash });
            else
                Glyph.Copy(line, index, index + length, set);
            index += length - 1;
        }
        return set;
    }

    private static int LengthOfRun(List<Glyph> line, int index)
    {
        var end = index;
        while (end < line.Count && line[end].Value == line[index].Value && !line[end].IsFixed)
            end++;
        return end - index;
    }

    private static char? Dash(List<Glyph> line, int index, int length, char twoDashes)
    {
        var before = Glyph.At(line, index - 1);
        var after = Glyph.At(line, index + length);
        // Blanks that do not break are of our own making; only those that were typed count.
        var alone = before.Value is ' ' or Glyph.Nothing && after.Value is ' ';
        var within = char.IsLetter(before.Value) && char.IsLetter(after.Value);
        return length switch
        {
            1 when before.Value is ' ' && alone => '–',
            2 when alone || within => twoDashes,
            3 when alone || within => '—',
            _ => null,
        };
    }
}
