namespace Newsletter.Columns;

/// <summary>That a column serves a publication: it goes into one of its issues, unless a person says otherwise.</summary>
internal sealed class Offer
{
    // For EF.
    private Offer() { }

    public Offer(int publicationId, Column column, DateTimeOffset now, OfferState state = OfferState.Open) =>
        (PublicationId, Column, OfferedAt, State) = (publicationId, column, now, state);

    public int PublicationId { get; private set; }

    public int ColumnId { get; private set; }

    public Column Column { get; private set; } = null!;

    public OfferState State { get; private set; } = OfferState.Open;

    public DateTimeOffset OfferedAt { get; private set; }

    /// <summary>Its place in an order made by hand, from 1; null where it has none.</summary>
    public int? Rank { get; private set; }

    public void Become(OfferState state) => State = state;

    public void RankAs(int? place) => Rank = place;
}
