namespace Newsletter.Records.Choosing;

internal enum ChoiceFaultKind
{
    /// <summary>What was typed is no day.</summary>
    NoDay,

    /// <summary>Today or earlier.</summary>
    DayTooEarly,

    /// <summary>More than a year ahead.</summary>
    DayTooLate,

    /// <summary>The publication has no such edition (any more).</summary>
    NoSuchRhythm,

    /// <summary>No language that the pages speak.</summary>
    NoSuchLanguage,
}
