namespace Newsletter.Delivery.ServiceMails;

/// <summary>Why a mail that is no issue is sent. See <see cref="ServiceMailQueries.MayGo"/> for who is asked first.</summary>
internal enum ServiceMailPurpose
{
    /// <summary>To an address that somebody typed: does it want to subscribe?</summary>
    Confirm,

    /// <summary>To a reader who confirmed.</summary>
    Welcome,

    /// <summary>To a reader who left.</summary>
    Goodbye,

    /// <summary>To a reader who lost the links to leave and to choose.</summary>
    FreshLink,

    /// <summary>To a reader who wants to see what is held about them.</summary>
    OwnData,

    /// <summary>To an address that a reader wants to be reached at from now on.</summary>
    NewAddress,

    /// <summary>To somebody who is to work here.</summary>
    Invitation,

    /// <summary>An issue, to whoever makes it.</summary>
    Test,

    /// <summary>To staff: something stopped.</summary>
    Alarm,
}
