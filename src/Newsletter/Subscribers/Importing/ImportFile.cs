using System.Globalization;
using System.Text;

namespace Newsletter.Subscribers.Importing;

/// <summary>
/// A text file from another program: looked through once before anything is believed, so that a file that cannot be
/// read is refused before its first row is written.
/// </summary>
internal sealed class ImportFile
{
    // Such a line is no row of a reader, whatever else it is; and a row is held in memory whole.
    public const int LongestLine = 1024 * 1024;

    // Some ten million readers; of each address some bytes are kept in memory.
    private const long Largest = 1L << 30;

    private ImportFile(string path, long length, Encoding encoding) =>
        (Path, Length, Encoding) = (path, length, encoding);

    public string Path { get; }

    /// <summary>Without its folder: what the proof of consent says.</summary>
    public string Name => System.IO.Path.GetFileName(Path);

    public long Length { get; }

    public Encoding Encoding { get; }

    /// <exception cref="Refusal">It cannot be read, is empty, or is no text.</exception>
    public static ImportFile Inspect(string path)
    {
        try
        {
            using var stream = OpenStream(path);
            RefuseHuge(stream.Length, path);
            return new ImportFile(path, stream.Length, TextSniffer.EncodingOf(stream, path));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new Refusal(
                $"\"{path}\" cannot be read ({fault.Message.TrimEnd('.')}); check its path and permissions.",
                fault
            );
        }
    }

    /// <summary>The text from its beginning, without a byte order mark.</summary>
    public StreamReader Open() =>
        new(OpenStream(Path), Encoding, detectEncodingFromByteOrderMarks: true, bufferSize: 65536);

    private static void RefuseHuge(long length, string path)
    {
        if (length > Largest)
        {
            throw new Refusal(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"\"{path}\" is {length / 1e9:F1} GB, and a list of readers is at most 1 GB; split it into several files, each with the line that names its columns."
                )
            );
        }
    }

    private static FileStream OpenStream(string path)
    {
        if (Directory.Exists(path))
            throw new Refusal($"\"{path}\" is a folder; give one CSV file.");
        if (!File.Exists(path))
            throw new Refusal($"There is no file \"{path}\"; give the path of a CSV file.");
        var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 1);
        if (stream.CanSeek)
            return stream;
        stream.Dispose();
        throw new Refusal($"\"{path}\" can be read only once; save it as a file first.");
    }
}
