using System.Text.RegularExpressions;
using Newsletter.Columns.Cleaning.Shortcodes;
using Newsletter.Columns.Sources.Feeds;

namespace Newsletter.Columns.Sources;

/// <summary>A file that can be read: its columns one by one, and what a person should know of it.</summary>
/// <param name="items">Read as they are asked for, once.</param>
/// <param name="skipped">Filled while the items are read.</param>
/// <param name="held">What must stay open meanwhile.</param>
internal sealed class OpenedFile(
    string name,
    IEnumerable<(string Origin, SourceItem Item)> items,
    IReadOnlyList<string> notices,
    List<Dropped> skipped,
    ShortcodeNames shortcodes,
    IDisposable? held = null
) : IDisposable
{
    private (string Origin, ColumnDraft Draft)? only;

    public string Name => name;

    public IReadOnlyList<string> Notices => notices;

    /// <summary>What the file holds and no column is, and why; whole once the columns are read.</summary>
    public IReadOnlyList<Dropped> Skipped => skipped;

    /// <summary>Whether the file itself is the column.</summary>
    public bool IsOne => only is not null;

    public static OpenedFile One(string name, string origin, ColumnDraft draft) =>
        new(name, [], [], [], ShortcodeNames.Usual) { only = (origin, draft) };

    /// <summary>The columns, in the order of the file. An item that cannot be one is skipped, and the rest goes on.</summary>
    public IEnumerable<(string Origin, ColumnDraft Draft)> Columns()
    {
        if (only is { } one)
            yield return one;
        foreach (var (origin, item) in items)
            if (Draft(item) is { } draft)
                yield return (origin, draft);
    }

    public void Dispose() => held?.Dispose();

    private ColumnDraft? Draft(SourceItem item)
    {
        try
        {
            return ItemColumn.Draft(item, shortcodes);
        }
        catch (RegexMatchTimeoutException)
        {
            skipped.Add(new Dropped(Called(item), "It takes too long to read: its text is made to be slow."));
        }
        catch (Refusal refusal)
        {
            skipped.Add(new Dropped(Called(item), refusal.Message));
        }
        return null;
    }

    private static string Called(SourceItem item) =>
        item.Title.Length > 0 ? item.Title : item.Link ?? item.Id ?? "An item without a title";
}
