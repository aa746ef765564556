using System.Text;

namespace Newsletter.Cli;

/// <summary>
/// A file with people's addresses: only its owner can read it, and it has its name when it is whole, so that nobody
/// takes half an export for all of it.
/// </summary>
internal static class NewFile
{
    /// <exception cref="Refusal">It cannot be written.</exception>
    public static async Task<T> WriteAsync<T>(string path, Func<TextWriter, Task<T>> write, CancellationToken cancel)
    {
        var beside = $"{path}.part";
        try
        {
            T result;
            await using (var text = new StreamWriter(beside, Encoding, Options()))
            {
                result = await write(text);
                await text.FlushAsync(cancel);
            }

            File.Move(beside, path, overwrite: true);
            return result;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new Refusal($"{path} cannot be written ({fault.Message.TrimEnd('.')}); name another file.", fault);
        }
        finally
        {
            TryDelete(beside);
        }
    }

    // Without a byte order mark, which other programs take for a part of the first name.
    private static Encoding Encoding => new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    private static FileStreamOptions Options()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.Create,
            Access = FileAccess.Write,
            BufferSize = 65536,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // What went wrong before is what is said.
        }
    }
}
