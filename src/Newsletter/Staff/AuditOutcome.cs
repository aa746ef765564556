namespace Newsletter.Staff;

/// <summary>How an act at the desk ended.</summary>
internal enum AuditOutcome
{
    Done,

    /// <summary>With a sentence to who tried, which is what came "after".</summary>
    Refused,

    /// <summary>By a fault of ours, or of the database; what was done of it is not known.</summary>
    Failed,
}
