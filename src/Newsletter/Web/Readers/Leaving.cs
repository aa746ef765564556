namespace Newsletter.Web.Readers;

/// <summary>What the page behind a reader's link has to say.</summary>
internal enum Leaving
{
    /// <summary>Subscribed: asks whether to leave.</summary>
    Asked,

    /// <summary>Left, and can take it back.</summary>
    Left,

    /// <summary>Left too long ago to take it back here, or called an issue spam.</summary>
    LeftForGood,

    /// <summary>There is nothing left to leave.</summary>
    Gone,

    /// <summary>Took leaving back.</summary>
    Back,

    /// <summary>Wanted to take leaving back, too late.</summary>
    TooLate,

    /// <summary>No link of ours.</summary>
    Broken,
}
