namespace Newsletter.Subscribers;

/// <summary>What a signed link opens. The numbers are part of every link ever sent: never change one.</summary>
internal enum LinkPurpose : byte
{
    Unsubscribe = 1,

    /// <summary>Staff's view of an issue before it is sent. Its number is the and an hour.</summary>
    Preview = 2,

    /// <summary>The reader as whom staff see it. Its number is the subscription's, and it is bound to that of the preview.</summary>
    PreviewedReader = 3,

    /// <summary>Rhythm, authors, a pause, the language: what a mail that was forwarded may open.</summary>
    Preferences = 4,

    /// <summary>Confirms a sign-up. Its number is the request's.</summary>
    Confirm = 5,

    /// <summary>All that is held about a reader, for an hour. Its number is the request's.</summary>
    OwnData = 6,

    /// <summary>Confirms a new address. Its number is the request's.</summary>
    NewAddress = 7,

    /// <summary>When a form was shown. Its number is the second, since 1970.</summary>
    ShownForm = 8,

    /// <summary>Where reports about a message come back to. Its number is that of the row of the ledger.</summary>
    Bounce = 16,
}
