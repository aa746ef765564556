namespace Newsletter.Columns.Sources.Fetching;

/// <summary>Reads one kind of source.</summary>
internal interface ISourceReader
{
    SourceKind Kind { get; }

    /// <returns>What it holds; null where it says that nothing is new.</returns>
    /// <exception cref="SourceFaultException">It cannot be read.</exception>
    Task<SourceContent?> ReadAsync(Source source, CancellationToken cancel);
}
