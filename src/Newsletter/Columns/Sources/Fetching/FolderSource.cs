using System.Runtime.CompilerServices;
using Newsletter.Columns.Cleaning.Shortcodes;
using Newsletter.Columns.Sources.Feeds;
using Newsletter.Columns.Sources.WordPressExports;

namespace Newsletter.Columns.Sources.Fetching;

/// <summary>The files of a folder; what is being written is taken the next time.</summary>
internal sealed class FolderSource(ShortcodeNames shortcodes, TimeProvider clock) : ISourceReader
{
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(2);

    public SourceKind Kind => SourceKind.Folder;

    public async IAsyncEnumerable<SourceContent> ReadAsync(
        Source source,
        [EnumeratorCancellation] CancellationToken cancel
    )
    {
        var files = FilesOf(source);
        // As a server's ETag: while no file comes, goes or changes, none is read again.
        var state = Digest.Of(string.Join('\n', files.Select(f => $"{f.Name}/{f.Length}/{f.LastWriteTimeUtc.Ticks}")));
        if (state == source.ETag)
            yield break;
        var title = Path.GetFileName(source.Address);
        var isWhole = true;
        foreach (var file in files)
        {
            var (content, isRead) = await ContentAsync(file.FullName, title, cancel);
            isWhole &= isRead;
            yield return content;
        }

        // A file that could not be read may be readable the next time, and look the same.
        yield return new SourceContent(title, [], [], ETag: isWhole ? state : null);
    }

    private async Task<(SourceContent Content, bool IsRead)> ContentAsync(
        string file,
        string title,
        CancellationToken cancel
    )
    {
        try
        {
            using var opened = await ColumnFiles.OpenAsync(
                file,
                ColumnFormat.Auto,
                ExportTypes.Usual,
                shortcodes,
                cancel
            );
            var columns = opened.Columns().ToList();
            var skipped = opened.Skipped.Select(one => $"{opened.Name}: \"{one.Text}\": {one.Why}");
            return (new SourceContent(title, columns, [.. opened.Notices, .. skipped]), true);
        }
        catch (Refusal refusal)
        {
            return (new SourceContent(title, [], [refusal.Message]), false);
        }
    }

    private List<FileInfo> FilesOf(Source source)
    {
        try
        {
            var now = clock.GetUtcNow().UtcDateTime;
            return
            [
                .. new DirectoryInfo(source.Address)
                    .EnumerateFiles()
                    .Where(file => !file.Name.StartsWith('.') && IsSettled(file.LastWriteTimeUtc, now))
                    .OrderBy(file => file.LastWriteTimeUtc)
                    .ThenBy(file => file.Name, StringComparer.Ordinal),
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

    // A file that is dated in the future was copied from a machine whose clock is fast.
    private static bool IsSettled(DateTime written, DateTime now) =>
        written <= now - Settled || written > now + Settled;
}
