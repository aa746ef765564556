namespace Newsletter.Issues;

internal enum IssueState
{
    /// <summary>Composed; its columns are reserved.</summary>
    Draft,

    /// <summary>Its rendered bytes are frozen and a person, or the schedule, stands for them.</summary>
    Approved,

    /// <summary>Goes out when its time comes.</summary>
    Queued,

    /// <summary>Its audience is frozen and messages go out.</summary>
    Sending,

    /// <summary>Stopped by a person; goes on when a person says so.</summary>
    Paused,

    /// <summary>Stopped by the program, which says why.</summary>
    Held,

    /// <summary>No message waits any more.</summary>
    Sent,

    /// <summary>Given up; what was not sent stays unsent.</summary>
    Cancelled,
}
