namespace Newsletter.Subscribers;

/// <summary>What a mail to a reader is asked for.</summary>
internal enum ReaderRequestKind
{
    /// <summary>Somebody typed this address into a form: does it want to subscribe?</summary>
    Confirm,

    /// <summary>A reader confirmed.</summary>
    Welcome,

    /// <summary>A reader left.</summary>
    Goodbye,

    /// <summary>A reader whose link is broken, or who is subscribed already, wants the links to leave and to choose.</summary>
    FreshLink,

    /// <summary>A reader wants to see what is held about them, to be erased, or to move: a link for one hour.</summary>
    OwnData,

    /// <summary>A reader wants to be reached at this address from now on.</summary>
    NewAddress,
}
