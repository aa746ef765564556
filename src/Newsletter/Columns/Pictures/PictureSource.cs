using System.Security.Cryptography;
using System.Text;

namespace Newsletter.Columns.Pictures;

/// <summary>Where a column says that a picture is, settled by where the column itself came from.</summary>
internal abstract record PictureSource
{
    private const string FileOrigin = "file:";

    private PictureSource(string name) => Name = name;

    /// <summary>An address of the web, or <c>file:</c> and a path.</summary>
    public string Name { get; }

    /// <summary>What makes it the same picture again, of one length however long the name is.</summary>
    public string Key => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Identity)));

    /// <summary>What no other picture has.</summary>
    private protected virtual string Identity => Name;

    /// <param name="origin">The column's: <c>file:</c> and a full path, or another.</param>
    /// <param name="picture">As the column has it.</param>
    public static PictureSource Of(string origin, Picture picture)
    {
        var address = picture.Address.Trim();
        var folder = origin.StartsWith(FileOrigin, StringComparison.Ordinal)
            ? Path.GetDirectoryName(origin[FileOrigin.Length..])
            : null;
        if (Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is ("http" or "https"))
            return new Web(uri, folder is null || picture.Beside is null ? null : new(folder, picture.Beside), address);
        return string.IsNullOrEmpty(folder) ? new Nowhere($"{origin} {address}") : new Beside(folder, address);
    }

    /// <param name="File">Where the same picture may lie beside the column's file; null where that cannot be.</param>
    internal sealed record Web(Uri Address, Beside? File, string Written) : PictureSource(Written)
    {
        // Two columns may say the same address of two files, each in its own folder.
        private protected override string Identity => File is null ? Name : $"{File.Name} {Name}";
    }

    /// <summary>A file in the folder of the column's own.</summary>
    internal sealed record Beside(string Folder, string Relative) : PictureSource($"{FileOrigin}{Folder}/{Relative}");

    /// <summary>A relative address in a column that has no folder.</summary>
    internal sealed record Nowhere(string Written) : PictureSource(Written);
}
