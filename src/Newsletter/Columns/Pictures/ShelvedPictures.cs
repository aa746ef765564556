namespace Newsletter.Columns.Pictures;

/// <summary>What is known of the pictures of some columns.</summary>
internal sealed class ShelvedPictures(IEnumerable<KeptPicture> pictures)
{
    private readonly Dictionary<(string, PictureUse), KeptPicture> known = pictures.ToDictionary(p => (p.Key, p.Use));

    /// <summary>Null where the picture was never tried.</summary>
    public KeptPicture? Find(string origin, Picture picture, PictureUse use) =>
        known.GetValueOrDefault((PictureSource.Of(origin, picture).Key, use));
}
