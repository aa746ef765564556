using Newsletter.Columns.Cleaning.Shortcodes;
using Newsletter.Columns.Sources.Feeds;
using Newsletter.Columns.Sources.WordPressExports;

namespace Newsletter.Columns.Sources;

/// <summary>The edge at which a file, whatever it holds, becomes one column or many.</summary>
internal static class ColumnFiles
{
    /// <summary>Reads the file so far that a broken one is refused before anything is taken in.</summary>
    public static async Task<OpenedFile> OpenAsync(
        string path,
        ColumnFormat format,
        ExportTypes types,
        ShortcodeNames shortcodes,
        CancellationToken cancel
    )
    {
        var kind = format is ColumnFormat.Auto ? ManyFormats.Of(path) : format;
        if (kind is not (ColumnFormat.Feed or ColumnFormat.Wxr))
            return OpenedFile.One(
                Path.GetFileName(path),
                FileOrigin.Of(path),
                await ColumnFile.ReadAsync(path, kind, shortcodes, cancel)
            );
        var bytes = Stream(path);
        try
        {
            return kind is ColumnFormat.Feed
                ? Feed(path, bytes, shortcodes)
                : Export(path, bytes, types, shortcodes, cancel);
        }
        catch
        {
            await bytes.DisposeAsync();
            throw;
        }
    }

    private static OpenedFile Feed(string path, FileStream bytes, ShortcodeNames shortcodes)
    {
        using (bytes)
        {
            var feed = FeedFile.Read(bytes, Path.GetFileName(path));
            var keys = ItemKeys.Of(feed.Items);
            return new OpenedFile(
                Path.GetFileName(path),
                feed.Items.Select(item => (ItemOrigin.Of(Path.GetFullPath(path), keys.KeyOf(item)), item)),
                [.. feed.Notices, .. Shared(keys)],
                [],
                shortcodes
            );
        }
    }

    private static OpenedFile Export(
        string path,
        FileStream bytes,
        ExportTypes types,
        ShortcodeNames shortcodes,
        CancellationToken cancel
    )
    {
        var export = WordPressExport.Open(bytes, Path.GetFileName(path), types, cancel);
        // Each export of a blog has a name of its own; its posts are the same.
        var source = export.Blog ?? Path.GetFullPath(path);
        var skipped = new List<Dropped>();
        return new OpenedFile(
            Path.GetFileName(path),
            export.Items(skipped.Add, cancel).Select(item => (ItemOrigin.Of(source, export.Keys.KeyOf(item)), item)),
            [.. export.Notices, .. Shared(export.Keys)],
            skipped,
            shortcodes,
            bytes
        );
    }

    private static string[] Shared(ItemKeys keys) =>
        keys.Shared.Count == 0
            ? []
            :
            [
                $"{keys.Shared.Count} id(s) are borne by several items each (\"{keys.Shared.First()}\"); those items are known by their pages instead, or by title and date.",
            ];

    private static FileStream Stream(string path)
    {
        if (Directory.Exists(path))
            throw new Refusal($"{path} is a folder: name the files in it.");
        try
        {
            return File.OpenRead(path);
        }
        catch (FileNotFoundException cause)
        {
            throw new Refusal($"There is no file {path}; give the path of a feed or of a WordPress export.", cause);
        }
        catch (DirectoryNotFoundException cause)
        {
            throw new Refusal($"There is no file {path}; give the path of a feed or of a WordPress export.", cause);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new Refusal(
                $"{path} cannot be read ({cause.Message.TrimEnd('.')}); see its permissions and its disk.",
                cause
            );
        }
    }
}
