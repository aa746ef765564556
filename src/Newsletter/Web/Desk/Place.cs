namespace Newsletter.Web.Desk;

/// <summary>Where a request at the desk acts, for the question who may.</summary>
/// <param name="Kind">How much it is.</param>
/// <param name="PublicationId">Which publication; null: what belongs to all.</param>
internal sealed record Place(PlaceKind Kind, int? PublicationId)
{
    /// <summary>A list, of which everybody sees what is theirs: the page asks <see cref="DeskPage.Mine"/>.</summary>
    public static Place Anywhere => new(PlaceKind.Anywhere, null);

    /// <summary>There is nothing under this address.</summary>
    public static Place Nowhere => new(PlaceKind.Nowhere, null);

    /// <summary>What belongs to no single publication: it needs the role in all.</summary>
    public static Place Everything => new(PlaceKind.One, null);

    public static Place Of(int publicationId) => new(PlaceKind.One, publicationId);
}
