namespace Newsletter.Publications;

/// <summary>In which order an issue shows its columns; the first is the lead.</summary>
internal enum ColumnOrder
{
    /// <summary>As they came.</summary>
    Arrival,

    /// <summary>By their own dates, the earliest first.</summary>
    Oldest,

    /// <summary>By their own dates, the latest first.</summary>
    Newest,

    /// <summary>Those that a person put in an order first, in that order; the others as they came.</summary>
    Hand,

    /// <summary>The first of those that a person put in an order leads; the others by date, the latest first.</summary>
    Lead,
}
