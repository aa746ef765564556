using System.Collections.Frozen;

namespace Newsletter.Rendering.Typography;

/// <summary>A number is not parted from its unit, nor from its own thousands.</summary>
internal static class Units
{
    private static readonly FrozenSet<string> s_units = FrozenSet.ToFrozenSet([
        .. "€ $ £ ¥ % ‰ ° °C °F k€ M€ Md€ k$ km m cm mm µm nm ha kg g mg µg t L l cl ml mL h min s ms".Split(' '),
        .. "o ko Ko Mo Go To Po kB KB MB GB TB bit bits W kW MW GW kWh MWh GWh TWh V A mA Hz kHz MHz GHz".Split(' '),
        .. "Pa hPa bar dB px pt euros dollars million millions milliard milliards billion billions".Split(' '),
    ]);

    /// <summary>Whether the space at <paramref name="space"/> stands between a number and its unit.</summary>
    public static bool Follow(List<Glyph> line, int space)
    {
        if (!char.IsDigit(Glyph.At(line, space - 1).Value) || Glyph.At(line, space + 1).IsSpace)
            return false;
        var end = space + 1;
        while (end < line.Count && end - space <= 10 && IsUnit(line[end]))
            end++;
        if (end == space + 1 || Glyph.At(line, end).Value is '\'' or '’' || Glyph.At(line, end).IsWord)
            return false;
        var name = string.Concat(line.GetRange(space + 1, end - space - 1).Select(glyph => glyph.Value));
        return s_units.Contains(name);
    }

    /// <summary>Whether the space at <paramref name="space"/> parts thousands: "10 000", not "2012 300" or "06 12".</summary>
    public static bool PartThousands(List<Glyph> line, int space) =>
        DigitsBefore(line, space) is >= 1 and <= 3 && DigitsAfter(line, space) == 3;

    private static bool IsUnit(Glyph glyph) =>
        !glyph.IsFixed && (char.IsLetter(glyph.Value) || glyph.Value is '€' or '$' or '£' or '¥' or '%' or '‰' or '°');

    private static int DigitsBefore(List<Glyph> line, int index)
    {
        var start = index;
        while (char.IsDigit(Glyph.At(line, start - 1).Value))
            start--;
        return index - start;
    }

    private static int DigitsAfter(List<Glyph> line, int index)
    {
        var end = index + 1;
        while (char.IsDigit(Glyph.At(line, end).Value))
            end++;
        return end - index - 1;
    }
}
