using Newsletter.Columns;
using Newsletter.Staff;

namespace Newsletter.Web.Desk;

/// <summary>Where a column is, for the question who may: in every publication that it serves.</summary>
internal static class ColumnPlace
{
    /// <returns>A publication of theirs where one is, else any; and whether all are theirs.</returns>
    public static async Task<(Place Place, bool MayChange)> OfAsync(
        ColumnShelf shelf,
        SignedIn member,
        int id,
        CancellationToken cancel
    )
    {
        var publications = (await shelf.OffersAsync(id, cancel)).Select(offer => offer.PublicationId).ToList();
        if (publications.Count == 0)
            return (Place.Nowhere, MayChange: false);
        var mine = publications.FindAll(publication => member.Is(StaffRole.Editor, publication));
        return (Place.Of(mine is [var first, ..] ? first : publications[0]), mine.Count == publications.Count);
    }
}
