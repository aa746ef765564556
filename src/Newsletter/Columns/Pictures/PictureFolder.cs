using System.Security.Cryptography;
using Newsletter.Database;

namespace Newsletter.Columns.Pictures;

/// <summary>The files of pictures, <c>pictures/ab/abcdef….jpg</c> in the data folder, called by what they hold. None is ever changed.</summary>
internal sealed class PictureFolder(DataFolder data)
{
    /// <summary>Writes a picture so that it is whole on the disk when this returns, also where it is here already.</summary>
    /// <exception cref="Refusal">The folder cannot be written.</exception>
    public PictureName Keep(byte[] bytes, PictureKind kind)
    {
        var name = PictureName.Of(Convert.ToHexStringLower(SHA256.HashData(bytes)), kind);
        var path = PathOf(name);
        try
        {
            if (new FileInfo(path) is not { Exists: true } known || known.Length != bytes.Length)
                Write(path, bytes);
            return name;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new Refusal(
                $"It cannot be kept in the data folder ({fault.Message.ReplaceLineEndings(" ").TrimEnd('.')}).",
                fault
            );
        }
    }

    /// <summary>Where its file is; null where it is gone.</summary>
    public FileInfo? FileOrNull(PictureName name) => new FileInfo(PathOf(name)) is { Exists: true } file ? file : null;

    private string PathOf(PictureName name) => Path.Combine(data.In("pictures"), name.Hash[..2], name.ToString());

    private static void Write(string path, byte[] bytes)
    {
        var folder = Path.GetDirectoryName(path)!;
        Directory.CreateDirectory(folder);
        var unfinished = $"{path}.{RandomNumberGenerator.GetHexString(8, lowercase: true)}.tmp";
        try
        {
            using (var file = new FileStream(unfinished, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                file.Write(bytes);
                file.Flush(flushToDisk: true);
            }

            File.Move(unfinished, path, overwrite: true);
            FolderSync.Flush(folder);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }
}
