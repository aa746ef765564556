using System.Text.Json;

namespace Newsletter.Columns.Editing;

/// <summary>
/// Tells which blocks of an edited text a person did not touch. Markdown says less than a block may hold; an untouched
/// one stays as it was.
/// </summary>
internal static class EditedBlocks
{
    /// <param name="before">The blocks that were shown for editing.</param>
    /// <param name="shown">The same, as they read when nothing is changed.</param>
    /// <param name="after">As they read now.</param>
    public static IReadOnlyList<Block> Restored(
        IReadOnlyList<Block> before,
        IReadOnlyList<Block> shown,
        IReadOnlyList<Block> after
    )
    {
        // Where one block reads as two, nobody can say which is which.
        if (before.Count != shown.Count)
            return after;
        var known = new Dictionary<string, Queue<Block>>(StringComparer.Ordinal);
        foreach (var (block, place) in shown.Select((block, place) => (block, place)))
        {
            if (!known.TryGetValue(KeyOf(block), out var alike))
                known.Add(KeyOf(block), alike = new Queue<Block>());
            alike.Enqueue(before[place]);
        }

        return
        [
            .. after.Select(block =>
                known.TryGetValue(KeyOf(block), out var alike) && alike.TryDequeue(out var old) ? old : block
            ),
        ];
    }

    private static string KeyOf(Block block) =>
        JsonSerializer.Serialize([block], ColumnJson.Readable.IReadOnlyListBlock);
}
