namespace Newsletter.Subscribers;

/// <summary>What a signed link opens. The numbers are part of every link ever sent: never change one.</summary>
internal enum LinkPurpose : byte
{
    Unsubscribe = 1,

    /// <summary>Staff's view of an issue before it is sent. Its number is the and an hour.</summary>
    Preview = 2,

    /// <summary>The reader as whom staff see it. Its number is the subscription's, and it is bound to that of the preview.</summary>
    PreviewedReader = 3,

    /// <summary>Where reports about a message come back to. Its number is that of the row of the ledger.</summary>
    Bounce = 16,
}
