using Newsletter.Columns;

namespace Newsletter.Issues;

/// <summary>A column that an issue could carry.</summary>
/// <param name="EmbargoUntil">Until when a person keeps it back; null where nobody does.</param>
internal sealed record FreeColumn(int Id, string Title, OfferState State, DateTimeOffset? EmbargoUntil);
