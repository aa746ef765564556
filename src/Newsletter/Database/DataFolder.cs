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
                $"The data folder {Path} cannot be made ({Why(fault)}); give another with --data, or make it writable.",
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
        catch (IOException fault) when (IsHeld(fault))
        {
            return null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new Refusal(
                $"{In(name)} cannot be written ({Why(fault)}); make the data folder writable, free its disk, or give another with --data.",
                fault
            );
        }
    }

    // EWOULDBLOCK of Linux and of macOS; ERROR_SHARING_VIOLATION of Windows.
    private static bool IsHeld(IOException fault) => fault.HResult is 11 or 35 or unchecked((int)0x80070020);

    private static string Why(Exception fault) => fault.Message.ReplaceLineEndings(" ").TrimEnd('.');
}
