namespace Newsletter.Subscribers;

/// <summary>What came of moving to a new address.</summary>
internal enum MoveResult
{
    Moved,

    /// <summary>The address is a reader's already, or nothing may go to it.</summary>
    Taken,

    /// <summary>The link's hour is over, or what it was for is gone.</summary>
    TooLate,
}
