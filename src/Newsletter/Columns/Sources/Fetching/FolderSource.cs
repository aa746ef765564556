namespace Newsletter.Columns.Sources.Fetching;

/// <summary>The files of a folder; what is being written is taken the next time.</summary>
internal sealed class FolderSource(TimeProvider clock) : ISourceReader
{
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(2);

    public SourceKind Kind => SourceKind.Folder;

    public async Task<SourceContent?> ReadAsync(Source source, CancellationToken cancel)
    {
        var drafts = new List<(string Origin, ColumnDraft Draft)>();
        var notices = new List<string>();
        foreach (var file in FilesOf(source))
        {
            try
            {
                using var opened = await ColumnFiles.OpenAsync(file, ColumnFormat.Auto, withPages: false, cancel);
                drafts.AddRange(opened.Columns());
                notices.AddRange(opened.Notices);
                notices.AddRange(opened.Skipped.Select(skipped => $"{opened.Name}: \"{skipped.Text}\": {skipped.Why}"));
            }
            catch (Refusal refusal)
            {
                notices.Add(refusal.Message);
            }
        }

        return new SourceContent(Path.GetFileName(source.Address), drafts, notices);
    }

    private IEnumerable<string> FilesOf(Source source)
    {
        try
        {
            var settled = (clock.GetUtcNow() - Settled).UtcDateTime;
            return
            [
                .. new DirectoryInfo(source.Address)
                    .EnumerateFiles()
                    .Where(file => !file.Name.StartsWith('.') && file.LastWriteTimeUtc <= settled)
                    .OrderBy(file => file.LastWriteTimeUtc)
                    .ThenBy(file => file.Name, StringComparer.Ordinal)
                    .Select(file => file.FullName),
            ];
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new SourceFaultException(
                $"The folder {source.Address} cannot be read ({cause.Message.TrimEnd('.')}); see whether it is there, and its permissions.",
                cause
            );
        }
    }
}
