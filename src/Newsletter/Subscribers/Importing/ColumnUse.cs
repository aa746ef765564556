namespace Newsletter.Subscribers.Importing;

/// <summary>One column of a file and what it is taken for.</summary>
/// <param name="Index">Its place in a row, from 0.</param>
/// <param name="Header">As the file names it, on one line.</param>
internal sealed record ColumnUse(int Index, string Header, ColumnMeaning Meaning)
{
    /// <summary>The name of the field; null where it is kept as none.</summary>
    public string? Field { get; init; }

    /// <summary>What a mark says where it says something.</summary>
    public Verdict Mark { get; init; }

    /// <summary>A "no" in a mark's cell says that the reader may be mailed.</summary>
    public bool IsInverted { get; init; }

    /// <summary>The meaning in words.</summary>
    public string Words =>
        Meaning switch
        {
            ColumnMeaning.Address => "the address",
            ColumnMeaning.Name => "the name",
            ColumnMeaning.FirstName => "the first name",
            ColumnMeaning.LastName => "the last name",
            ColumnMeaning.Language => "the language",
            ColumnMeaning.Status => "the status",
            ColumnMeaning.Consenting => "whether mail is wanted",
            ColumnMeaning.Mark when Mark is Verdict.Dead => "a dead address",
            ColumnMeaning.Mark when IsInverted => "whether mail is not wanted",
            ColumnMeaning.Mark => "who left",
            ColumnMeaning.Joined => "the date of consent",
            ColumnMeaning.Network => "the network of consent, shortened",
            ColumnMeaning.Tags => "tags",
            ColumnMeaning.Attributes => "fields, by the names in it",
            ColumnMeaning.Field => $"field {Field}",
            ColumnMeaning.LeftOut => "left out",
            ColumnMeaning.State => "the state behind a suppression",
            ColumnMeaning.Since => "the date of the status",
            ColumnMeaning.Rhythm => "the rhythm",
            ColumnMeaning.PausedUntil => "the end of the pause",
            ColumnMeaning.SuppressedBecause => "the reason of the suppression",
            ColumnMeaning.SuppressedBy => "who suppressed",
            _ => "the proof of consent",
        };
}
