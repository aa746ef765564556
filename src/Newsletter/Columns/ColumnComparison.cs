using System.Text;
using DiffPlex;
using DiffPlex.Chunkers;

namespace Newsletter.Columns;

/// <summary>Two revisions side by side, word by word: what a person reads to see what has changed.</summary>
internal static class ColumnComparison
{
    /// <summary>The text of both in one, paragraph after paragraph; runs of what is the same, came, or went.</summary>
    public static IReadOnlyList<ComparedWords> Between(ColumnDraft before, ColumnDraft after)
    {
        var compared = Differ.Instance.CreateDiffs(
            TextOf(before),
            TextOf(after),
            ignoreWhiteSpace: false,
            ignoreCase: false,
            new DelimiterChunker([' ', '\n', '\u00A0', '\u202F'])
        );
        var runs = new List<ComparedWords>();
        var at = 0;
        foreach (var block in compared.DiffBlocks)
        {
            Add(runs, compared.PiecesNew, at, block.InsertStartB, WordChange.None);
            Add(runs, compared.PiecesOld, block.DeleteStartA, block.DeleteStartA + block.DeleteCountA, WordChange.Went);
            at = block.InsertStartB + block.InsertCountB;
            Add(runs, compared.PiecesNew, block.InsertStartB, at, WordChange.Came);
        }

        Add(runs, compared.PiecesNew, at, compared.PiecesNew.Count, WordChange.None);
        return runs;
    }

    private static void Add(List<ComparedWords> runs, IReadOnlyList<string> pieces, int from, int to, WordChange change)
    {
        if (to > from)
            runs.Add(new ComparedWords(string.Concat(pieces.Skip(from).Take(to - from)), change));
    }

    private static string TextOf(ColumnDraft draft)
    {
        var text = new StringBuilder(draft.Title);
        foreach (var author in draft.Authors)
            text.Append('\n').Append(author.Role is null ? author.Name : $"{author.Name}, {author.Role}");
        if (draft.Standfirst.Count > 0)
            text.Append("\n\n").Append(BlockText.Of(draft.Standfirst));
        foreach (var block in draft.Blocks)
            text.Append("\n\n").Append(BlockText.Of(block));
        return text.ToString();
    }
}
