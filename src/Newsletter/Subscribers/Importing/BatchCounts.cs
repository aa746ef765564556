namespace Newsletter.Subscribers.Importing;

/// <summary>What became of the rows of one batch; see <see cref="ImportResult"/> for what each counts.</summary>
internal sealed class BatchCounts
{
    private readonly List<SampleRow> sample = [];

    public int Added { get; set; }

    public int Updated { get; set; }

    public int Unchanged { get; set; }

    public int Suppressed { get; set; }

    public int Pending { get; set; }

    /// <summary>The first rows, with what becomes of each.</summary>
    public IReadOnlyList<SampleRow> Sample => sample;

    public void Note(ImportRow row, string becomes)
    {
        if (sample.Count < SampleRow.Shown)
            sample.Add(new SampleRow(row, becomes));
    }
}
