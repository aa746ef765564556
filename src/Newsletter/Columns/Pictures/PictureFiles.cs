namespace Newsletter.Columns.Pictures;

/// <summary>
/// Reads a picture that lies in a file, beside a column's above all. What the column names is text from outside: it leads nowhere but
/// into that folder, and no link of the file system leads out of it.
/// </summary>
internal static class PictureFiles
{
    private static readonly string[] Leaving = ["..", "~"];

    /// <exception cref="Refusal">There is no such file, it is none that may be read, or it is too large.</exception>
    public static Task<byte[]> ReadAsync(string folder, string written, CancellationToken cancel) =>
        ReadAsync(() => Found(folder, written), cancel);

    /// <summary>A file that a person names who may read every file anyway.</summary>
    /// <exception cref="Refusal">There is no such file, or it is too large.</exception>
    public static Task<byte[]> ReadAsync(string path, CancellationToken cancel) =>
        ReadAsync(
            () =>
                new FileInfo(path) is { Exists: true } file ? file
                : Directory.Exists(path) ? throw new Refusal("It is a folder; name the file of the picture.")
                : throw new Refusal("There is no such file; see how its path is written."),
            cancel
        );

    /// <summary>Whether there is such a file; one that may not be read is none.</summary>
    public static bool Has(string folder, string written)
    {
        try
        {
            return Found(folder, written).Exists;
        }
        catch (Exception fault)
            when (fault is Refusal or IOException or UnauthorizedAccessException or ArgumentException)
        {
            return false;
        }
    }

    private static async Task<byte[]> ReadAsync(Func<FileInfo> find, CancellationToken cancel)
    {
        try
        {
            var file = find();
            if (file.Length > FetchLimits.Usual.Bytes)
                throw new Refusal(PictureLimits.TooLarge(FetchLimits.Usual.Bytes));
            // A device or a pipe has no length, and reading one may never end.
            return file.Length == 0
                ? throw new Refusal("It is empty.")
                : await File.ReadAllBytesAsync(file.FullName, cancel);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new Refusal(
                $"The file cannot be read ({fault.Message.ReplaceLineEndings(" ").TrimEnd('.')}).",
                fault
            );
        }
    }

    private static FileInfo Found(string folder, string written)
    {
        var plain = new[] { written, Uri.UnescapeDataString(written) };
        foreach (var path in plain)
            if (Path.IsPathRooted(path) || path.Contains('\\', StringComparison.Ordinal) || IsLeaving(path))
                throw new Refusal(
                    "A picture in a file is read only from the folder of its column or below; put it there and name it by its relative path."
                );
        var found =
            plain.Select(path => new FileInfo(Path.Combine(folder, path))).FirstOrDefault(file => file.Exists)
            ?? throw new Refusal(
                "There is no such file beside the column's; put it there, or correct the name in the column."
            );
        return Real(found.FullName).StartsWith(Real(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? new FileInfo(Real(found.FullName))
            : throw new Refusal("It is a link to a file outside of the column's folder.");
    }

    private static bool IsLeaving(string path) => path.Split('/').Any(Leaving.Contains);

    /// <summary>The path with every link in it followed.</summary>
    private static string Real(string path)
    {
        var real = Path.GetPathRoot(path) ?? "/";
        foreach (
            var part in path[real.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries)
        )
        {
            var next = Path.Combine(real, part);
            var target = new FileInfo(next).LinkTarget is null
                ? null
                : File.ResolveLinkTarget(next, returnFinalTarget: true);
            real = target is null ? next : Real(target.FullName);
        }

        return real;
    }
}
