namespace Newsletter.Columns.Pictures;

/// <summary>The outcome of one attempt: a file that is on the disk, or a sentence why there is none.</summary>
/// <param name="Name">Null where it could not be had.</param>
/// <param name="Fault">Null where it is here.</param>
internal sealed record FetchedPicture(
    PictureSource Source,
    PictureUse Use,
    PictureName? Name,
    int Width,
    int Height,
    string? Fault
);
