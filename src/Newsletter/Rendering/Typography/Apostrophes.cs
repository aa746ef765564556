namespace Newsletter.Rendering.Typography;

/// <summary>The typewriter's single mark: an apostrophe mostly, a single quote where a pair says so, else a prime.</summary>
internal static class Apostrophes
{
    private const char Raised = '’';

    public static void Set(List<Glyph> line)
    {
        for (var index = 0; index < line.Count; index++)
        {
            if (line[index].Value == '\'' && !line[index].IsFixed)
                line[index] = line[index] with { Value = Chosen(line, index) };
        }
    }

    private static char Chosen(List<Glyph> line, int index)
    {
        var before = Glyph.At(line, index - 1);
        var after = Glyph.At(line, index + 1);
        if (char.IsDigit(before.Value) && !char.IsLetter(after.Value))
            return '\'';
        if (before.IsWord || (before.Value is '.' or '!' or '?' or '…' or ',' && !after.IsWord))
            return Raised;
        if (!after.IsWord)
            return '\'';
        return !char.IsDigit(after.Value) && IsClosedLater(line, index + 1) ? '‘' : Raised;
    }

    private static bool IsClosedLater(List<Glyph> line, int from)
    {
        for (var index = from; index < line.Count && line[index].Value is not Glyph.Nothing; index++)
        {
            var after = Glyph.At(line, index + 1);
            if (line[index].Value == '\'' && !line[index].IsFixed && !line[index - 1].IsSpace && !after.IsWord)
                return true;
        }
        return false;
    }
}
