namespace Newsletter.Subscribers.Importing;

/// <summary>What became of the rows of one batch; see <see cref="ImportResult"/> for what each counts.</summary>
internal sealed class BatchCounts
{
    public int Added { get; set; }

    public int Updated { get; set; }

    public int Unchanged { get; set; }

    public int Suppressed { get; set; }

    public int Pending { get; set; }
}
