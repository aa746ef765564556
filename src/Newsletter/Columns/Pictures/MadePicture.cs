namespace Newsletter.Columns.Pictures;

/// <summary>A picture as it is kept and shown.</summary>
/// <param name="Width">At which it is shown at most, in pixels of a page; the bytes may hold twice as many.</param>
/// <param name="Height">In proportion to <paramref name="Width"/>.</param>
internal sealed record MadePicture(byte[] Bytes, PictureKind Kind, int Width, int Height);
