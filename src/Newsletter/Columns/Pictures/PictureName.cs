using System.Diagnostics.CodeAnalysis;

namespace Newsletter.Columns.Pictures;

/// <summary>The name of a kept picture, <c>HASH.jpg</c> or <c>HASH.png</c>: what it holds says what it is called, so it never changes.</summary>
internal sealed record PictureName
{
    private const int HashLength = 64;

    private PictureName(string hash, PictureKind kind) => (Hash, Kind) = (hash, kind);

    /// <summary>SHA-256 of the bytes, hexadecimal, lower case.</summary>
    public string Hash { get; }

    public PictureKind Kind { get; }

    public string ContentType => Kind is PictureKind.Png ? "image/png" : "image/jpeg";

    public static PictureName Of(string hash, PictureKind kind) =>
        IsHash(hash)
            ? new(hash, kind)
            : throw new ArgumentException($"\"{hash}\" is no hash of a picture.", nameof(hash));

    /// <summary>Only the one spelling: nothing that is asked for from outside can name another file.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out PictureName? name)
    {
        name = null;
        if (text is null || text.Length != HashLength + 4 || !IsHash(text[..HashLength]))
            return false;
        PictureKind? kind = text[HashLength..] switch
        {
            ".jpg" => PictureKind.Jpeg,
            ".png" => PictureKind.Png,
            _ => null,
        };
        name = kind is { } known ? new(text[..HashLength], known) : null;
        return name is not null;
    }

    public override string ToString() => Hash + (Kind is PictureKind.Png ? ".png" : ".jpg");

    private static bool IsHash(string text) => text.Length == HashLength && text.All(char.IsAsciiHexDigitLower);
}
