namespace Newsletter.Rendering;

/// <summary>The mails that are no issue and that a template makes: each has a folder of its name in <c>templates/</c>.</summary>
internal enum ServiceMailKind
{
    /// <summary>Asks whether the address wants to subscribe; the button confirms.</summary>
    Confirm,

    /// <summary>Says that a subscription is confirmed; the button opens the latest issue.</summary>
    Welcome,

    /// <summary>Says that a subscription ended; the button takes that back.</summary>
    Goodbye,

    /// <summary>Brings the links to leave and to choose; the button opens the choices.</summary>
    Link,

    /// <summary>Opens what is held about a reader, for an hour.</summary>
    OwnData,

    /// <summary>Asks whether a reader may be reached at this address from now on; the button confirms.</summary>
    NewAddress,

    /// <summary>Tells staff that something stopped, in the sentence that it quotes; there is no button.</summary>
    Alarm,
}
