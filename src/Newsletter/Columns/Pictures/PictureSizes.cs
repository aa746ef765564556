namespace Newsletter.Columns.Pictures;

/// <summary>How large pictures are shown, in pixels of a page; the files hold twice as many for fine screens.</summary>
internal static class PictureSizes
{
    /// <summary>The width of the text on a wide screen: the column's 640 without its padding.</summary>
    public const int WidestFigure = 592;

    /// <summary>Where a screen has long been scrolled, and a decoder still copes.</summary>
    public const int HighestFigure = 2400;

    public const int Portrait = 48;

    /// <summary>A logo whose size nobody chose: a name above the text, and not a picture of its own.</summary>
    public const int HighestLogo = 160;

    public const int FineScreen = 2;
}
