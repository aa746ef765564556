namespace Newsletter.Columns.Pictures;

/// <summary>The formats that are read.</summary>
internal enum FoundFormat
{
    Jpeg,
    Png,
    Gif,
    Webp,
    Avif,
    Svg,
}
