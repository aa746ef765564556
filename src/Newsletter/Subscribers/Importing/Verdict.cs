namespace Newsletter.Subscribers.Importing;

/// <summary>What a row says about its reader, the later ones binding more than the earlier.</summary>
internal enum Verdict
{
    /// <summary>Nothing: consent decides.</summary>
    Unsaid,

    /// <summary>Something that we do not understand, or "not confirmed yet".</summary>
    Pending,

    /// <summary>Receives mail in the system that the file comes from.</summary>
    Active,

    /// <summary>Agreed, and wants nothing until a date; only our own export says so.</summary>
    Paused,

    /// <summary>Left this publication.</summary>
    Left,

    /// <summary>Called a mail of this publication spam.</summary>
    Complained,

    /// <summary>The address was dead for this publication; only our own export tells that from <see cref="Dead"/>.</summary>
    Bounced,

    /// <summary>The address is dead, or was blocked by staff.</summary>
    Dead,
}
