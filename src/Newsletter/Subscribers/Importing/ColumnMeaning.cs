namespace Newsletter.Subscribers.Importing;

/// <summary>What the cells of a column are taken for.</summary>
internal enum ColumnMeaning
{
    Address,
    Name,
    FirstName,
    LastName,
    Language,
    Status,

    /// <summary>Says yes where the reader may be mailed.</summary>
    Consenting,

    /// <summary>Says something only where the reader left, or where the address is dead; often a date.</summary>
    Mark,

    /// <summary>When the reader agreed.</summary>
    Joined,

    /// <summary>The machine from which the reader agreed.</summary>
    Network,
    Tags,

    /// <summary>Several fields in one cell, as JSON or as Python writes a dictionary.</summary>
    Attributes,
    Field,
    LeftOut,

    // Those below are in our own export alone.
    /// <summary>What the subscription is behind a suppression.</summary>
    State,
    Since,
    Rhythm,
    PausedUntil,
    ConsentAt,
    ConsentHow,
    ConsentSentence,
    ConsentPage,
    ConsentForm,
    SuppressedBecause,
    SuppressedBy,
}
