using System.Security.Cryptography;
using System.Text;

namespace Newsletter.Subscribers.Importing;

/// <summary>
/// Gathers rows into batches in which each reader is once, and counts what never reaches one. Of each address of the
/// whole file it keeps sixteen bytes, so a million readers fit in memory.
/// </summary>
internal sealed class RowGathering
{
    private readonly HashSet<UInt128> seen = [];
    private readonly Dictionary<string, int> places = [];
    private readonly List<RefusedRow> refused = [];
    private List<ImportRow> rows = [];
    private List<ImportRow> corrections = [];

    public long Read { get; private set; }

    public long Duplicates { get; private set; }

    public long RefusedTotal { get; private set; }

    public IReadOnlyList<RefusedRow> Refused => refused;

    public int Waiting => rows.Count + corrections.Count;

    public void Refuse(long line, string why)
    {
        Read++;
        RefusedTotal++;
        if (refused.Count < ImportResult.ListedAtMost)
            refused.Add(new RefusedRow(line, why));
    }

    public void Add(ImportRow row)
    {
        Read++;
        if (seen.Add(Digest(row.Address.Key)))
        {
            places[row.Address.Key] = rows.Count;
            rows.Add(row);
            return;
        }

        Duplicates++;
        // Two exports put together: the one that says "left" is obeyed, whichever comes first.
        if (row.Verdict < Verdict.Left)
            return;
        if (!places.TryGetValue(row.Address.Key, out var place))
            corrections.Add(row);
        else if (row.Verdict > rows[place].Verdict)
            rows[place] = row;
    }

    /// <summary>The rows gathered, and those that only correct a row of an earlier batch and are counted already.</summary>
    public (List<ImportRow> Rows, List<ImportRow> Corrections) Take()
    {
        var taken = (
            rows,
            corrections.GroupBy(row => row.Address.Key).Select(g => g.MaxBy(row => row.Verdict)!).ToList()
        );
        (rows, corrections) = ([], []);
        places.Clear();
        return taken;
    }

    private static UInt128 Digest(string key) =>
        System.Buffers.Binary.BinaryPrimitives.ReadUInt128LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
