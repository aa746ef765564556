namespace Newsletter.Subscribers;

/// <summary>Who wants that nothing goes to an address. Only what the reader wanted, the reader can lift.</summary>
internal enum SuppressionSource
{
    Staff,

    /// <summary>A file from another program said that the address is dead or blocked.</summary>
    Import,

    /// <summary>What came back: a bounce for good, or a complaint.</summary>
    Feedback,

    /// <summary>The reader was erased at their own wish.</summary>
    Reader,
}
