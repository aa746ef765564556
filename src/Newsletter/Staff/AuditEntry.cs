namespace Newsletter.Staff;

/// <summary>One act at the desk that changed something: who, what, when, from where, before and after. Never changed once it is over.</summary>
internal sealed class AuditEntry
{
    // For EF.
    private AuditEntry() { }

    public AuditEntry(int? memberId, string member, string act, string? subject, string network, DateTimeOffset at) =>
        (MemberId, Member, Act, Subject, Network, At) = (memberId, member, act, subject, network, at);

    public long Id { get; private set; }

    /// <summary>Null where nobody had signed in, as with the first account.</summary>
    public int? MemberId { get; private set; }

    /// <summary>The member's name as it was then.</summary>
    public string Member { get; private set; } = "";

    /// <summary>Such as "issue.approve".</summary>
    public string Act { get; private set; } = "";

    /// <summary>What it was done to, such as "issue 12"; null where the act says all.</summary>
    public string? Subject { get; private set; }

    public int? PublicationId { get; init; }

    public DateTimeOffset At { get; private set; }

    /// <summary>Where the request came from, shortened as the addresses of readers are.</summary>
    public string Network { get; private set; } = "";

    /// <summary>What was there before, for people; null where nothing was.</summary>
    public string? Before { get; init; }

    public string? After { get; private set; }

    /// <summary>Null while the act is under way, and for ever where the process was killed in it.</summary>
    public AuditOutcome? Outcome { get; private set; }
}
