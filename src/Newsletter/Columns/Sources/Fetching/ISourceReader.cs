namespace Newsletter.Columns.Sources.Fetching;

/// <summary>Reads one kind of source.</summary>
internal interface ISourceReader
{
    SourceKind Kind { get; }

    /// <returns>What it holds, piece by piece as it is read; none where it says that nothing is new.</returns>
    /// <exception cref="SourceFaultException">It cannot be read, or not further.</exception>
    IAsyncEnumerable<SourceContent> ReadAsync(Source source, CancellationToken cancel);
}
