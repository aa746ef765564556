namespace Newsletter.Columns;

internal enum OfferState
{
    /// <summary>Goes into the next issue.</summary>
    Open,

    /// <summary>Waits until a person lets it go.</summary>
    Held,

    /// <summary>Never goes into an issue of this publication.</summary>
    Skipped,

    /// <summary>Reached the readers without this program, as a person said: no issue takes it any more.</summary>
    CarriedByHand,
}
