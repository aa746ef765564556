namespace Newsletter.Staff;

/// <summary>One browser in which a member has signed in. It is asked for with each request, so that it can be ended at once.</summary>
internal sealed class StaffSession
{
    // For EF.
    private StaffSession() { }

    public StaffSession(string key, int memberId, string network, string browser, DateTimeOffset now) =>
        (Key, MemberId, Network, Browser, BeganAt, SeenAt) = (key, memberId, network, browser, now, now);

    public int Id { get; private set; }

    /// <summary>What the cookie holds, hashed: 256 random bits.</summary>
    public string Key { get; private set; } = "";

    public int MemberId { get; private set; }

    /// <summary>Where it began, shortened as the addresses of readers are.</summary>
    public string Network { get; private set; } = "";

    /// <summary>As it names itself, at most 200 characters.</summary>
    public string Browser { get; private set; } = "";

    public DateTimeOffset BeganAt { get; private set; }

    /// <summary>To some minutes.</summary>
    public DateTimeOffset SeenAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }
}
