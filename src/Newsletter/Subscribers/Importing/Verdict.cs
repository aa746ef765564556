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

    /// <summary>Left this publication.</summary>
    Left,

    /// <summary>The address is dead, or was blocked by staff.</summary>
    Dead,
}
