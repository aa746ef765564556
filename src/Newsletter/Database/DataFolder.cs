namespace Newsletter.Database;

/// <summary>The folder that holds all of one installation's data.</summary>
internal sealed class DataFolder(string path)
{
    /// <summary>Absolute; a relative one was relative to the current folder.</summary>
    public string Path { get; } = System.IO.Path.GetFullPath(path);

    public string DatabaseFile => In("newsletter.db");

    public string Outbox => In("outbox");

    public string In(string name) => System.IO.Path.Combine(Path, name);

    /// <exception cref="Refusal">The folder cannot be made or written.</exception>
    public void Ensure()
    {
        try
        {
            Directory.CreateDirectory(Path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new Refusal(
                $"The data folder {Path} cannot be made ({fault.Message}); give another with --data, or make it writable.",
                fault
            );
        }
    }

    /// <summary>
    /// Takes an operating-system lock on a file of this folder; it is gone with the process, however it ends.
    /// Null where another process holds it.
    /// </summary>
    public IDisposable? TryLock(string name)
    {
        Ensure();
        try
        {
            return new FileStream(In(name), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1);
        }
        catch (UnauthorizedAccessException fault)
        {
            throw new Refusal(
                $"{In(name)} cannot be written; make the data folder writable, or give another with --data.",
                fault
            );
        }
        catch (IOException) when (File.Exists(In(name)))
        {
            return null;
        }
    }
}
