using System.Collections.Concurrent;

namespace Newsletter.Rendering.Templating;

/// <summary>What files of templates say, read once, and again when they change.</summary>
internal sealed class ReadFiles<T>
{
    /// <summary>A file of a template is longer than this by mistake only; bytes.</summary>
    private const int Longest = 1024 * 1024;

    private readonly ConcurrentDictionary<string, (DateTime Written, long Size, T Value)> known = new();

    /// <param name="path">A file that exists.</param>
    /// <param name="read">Makes the value of the file's text and path.</param>
    /// <exception cref="Refusal">The file is too long, or what <paramref name="read"/> refuses.</exception>
    public T Of(string path, Func<string, string, T> read)
    {
        var file = new FileInfo(path);
        if (
            known.TryGetValue(path, out var before)
            && before.Written == file.LastWriteTimeUtc
            && before.Size == file.Length
        )
            return before.Value;
        if (file.Length > Longest)
            throw new Refusal($"{path} has {file.Length} bytes; a file of a template has at most {Longest}.");
        var value = read(File.ReadAllText(path), path);
        known[path] = (file.LastWriteTimeUtc, file.Length, value);
        return value;
    }
}
