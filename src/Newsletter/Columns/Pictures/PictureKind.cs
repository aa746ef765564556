namespace Newsletter.Columns.Pictures;

/// <summary>The forms in which pictures are kept: those that every mail client shows.</summary>
internal enum PictureKind
{
    Jpeg,
    Png,
}
