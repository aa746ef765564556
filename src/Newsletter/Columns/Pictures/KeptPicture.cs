namespace Newsletter.Columns.Pictures;

/// <summary>What became of one picture for one use: the file that it is kept in, or why there is none.</summary>
internal sealed class KeptPicture
{
    // For EF.
    private KeptPicture() { }

    public KeptPicture(PictureSource source, PictureUse use) => (Key, Source, Use) = (source.Key, source.Name, use);

    /// <summary>See <see cref="PictureSource.Key"/>. Unique with <see cref="Use"/>.</summary>
    public string Key { get; private set; } = "";

    public PictureUse Use { get; private set; }

    /// <summary>Its address, or <c>file:</c> and a path, for people.</summary>
    public string Source { get; private set; } = "";

    public string? Hash { get; private set; }

    public PictureKind? Kind { get; private set; }

    /// <summary>Pixels of a page: at which it is shown at most.</summary>
    public int? Width { get; private set; }

    public int? Height { get; private set; }

    /// <summary>Why it could not be had, in a sentence; null where it is kept.</summary>
    public string? Fault { get; private set; }

    /// <summary>When it was last fetched or tried.</summary>
    public DateTimeOffset FetchedAt { get; private set; }

    /// <summary>Null where there is none.</summary>
    public PictureName? Name => Hash is { } hash && Kind is { } kind ? PictureName.Of(hash, kind) : null;

    /// <summary>Its file is not where it was put: a database was restored without its folder.</summary>
    public void Lose() =>
        (Hash, Kind, Fault) = (null, null, "Its file is gone from the data folder; add its column again.");

    public void Settle(FetchedPicture fetched, DateTimeOffset now)
    {
        (Hash, Kind) = (fetched.Name?.Hash, fetched.Name?.Kind);
        (Width, Height) = (fetched.Name is null ? null : fetched.Width, fetched.Name is null ? null : fetched.Height);
        (Fault, FetchedAt) = (fetched.Fault, now);
    }
}
