namespace Newsletter.Columns.Pictures;

/// <summary>What a picture is for: the same source is scaled and cut differently for each.</summary>
internal enum PictureUse
{
    Figure,

    /// <summary>An author's, square.</summary>
    Portrait,
}
