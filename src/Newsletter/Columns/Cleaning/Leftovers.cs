using Newsletter.Addresses;

namespace Newsletter.Columns.Cleaning;

/// <summary>Gathers what a reader of sources leaves out of a column, so that nothing goes in silence.</summary>
internal sealed class Leftovers
{
    private const int LongestText = 200;

    // A hostile file may hold a million different tags; the person reading the report needs the first of them.
    private const int MostEntries = 500;

    private readonly List<Dropped> dropped = [];
    private readonly List<string> notices = [];
    private readonly HashSet<Dropped> seen = [];

    public IReadOnlyList<Dropped> Dropped => dropped;

    public IReadOnlyList<string> Notices => notices;

    public void Drop(string text, string why)
    {
        var entry = new Dropped(OneLine.Shortened(Held.Plain(text).Trim(), LongestText), why);
        if (entry.Text.Length == 0 || !seen.Add(entry))
            return;
        if (dropped.Count < MostEntries)
            dropped.Add(entry);
        else
            Notice($"More than {MostEntries} different pieces were left out; the report stops there.");
    }

    public void Notice(string sentence)
    {
        if (!notices.Contains(sentence, StringComparer.Ordinal))
            notices.Add(sentence);
    }
}
