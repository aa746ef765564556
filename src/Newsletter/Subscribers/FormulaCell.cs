using System.Buffers;

namespace Newsletter.Subscribers;

/// <summary>
/// A spreadsheet runs a cell that begins like a formula (OWASP, "CSV Injection"), so an export puts an apostrophe
/// before it, and an import takes it off again. A cell that begins with apostrophes and then such a character gets one
/// more, so that what comes back is always what was there.
/// </summary>
internal static class FormulaCell
{
    // The last four are the wide forms, which some spreadsheets read as the narrow ones.
    private static readonly SearchValues<char> Openers = SearchValues.Create("=+-@\t\r\n＝＋－＠");

    public static string Escaped(string cell) => LooksLikeOne(cell) ? "'" + cell : cell;

    public static string Unescaped(string cell) => cell.StartsWith('\'') && LooksLikeOne(cell) ? cell[1..] : cell;

    private static bool LooksLikeOne(string cell)
    {
        var start = cell.AsSpan().TrimStart('\'');
        return !start.IsEmpty && Openers.Contains(start[0]);
    }
}
