using System.Globalization;

namespace Newsletter.Columns.Cleaning.Html;

/// <summary>The sizes in which a picture is offered (HTML Standard, 4.8.4.2.2), and the one for an email.</summary>
internal static class SourceSet
{
    // Twice the width of a column of mail: sharp on every screen, and no larger than it must be.
    private const double Wanted = 1200;

    // "2x" says nothing in pixels; twice the usual width of a column is as good a guess as any.
    private const double PlainWidth = 640;

    public static string? Choose(string? written)
    {
        var offers = Offers(written ?? "").Take(100).ToList();
        if (offers.Count == 0)
            return null;
        var enough = offers.Where(offer => offer.Width >= Wanted).ToList();
        return (enough.Count > 0 ? enough.MinBy(offer => offer.Width) : offers.MaxBy(offer => offer.Width)).Address;
    }

    private static IEnumerable<(string Address, double Width)> Offers(string text)
    {
        var at = 0;
        while (at < text.Length)
        {
            while (at < text.Length && (char.IsWhiteSpace(text[at]) || text[at] is ','))
                at++;
            var start = at;
            while (at < text.Length && !char.IsWhiteSpace(text[at]))
                at++;
            var address = text[start..at];
            var size = "";
            if (address.EndsWith(','))
                address = address.TrimEnd(',');
            else
            {
                var end = text.IndexOf(',', at) is >= 0 and var comma ? comma : text.Length;
                size = text[at..end].Trim();
                at = end;
            }
            if (address.Length > 0 && !address.StartsWith("data:", StringComparison.OrdinalIgnoreCase))
                yield return (address, Width(size));
        }
    }

    private static double Width(string size)
    {
        if (size.Length == 0)
            return PlainWidth;
        var known = double.TryParse(size[..^1], NumberStyles.Float, CultureInfo.InvariantCulture, out var number);
        return (known, size[^1]) switch
        {
            (true, 'w') => number,
            (true, 'x') => number * PlainWidth,
            _ => 0,
        };
    }
}
