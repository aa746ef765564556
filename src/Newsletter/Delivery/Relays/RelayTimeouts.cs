namespace Newsletter.Delivery.Relays;

/// <summary>How long a relay may take, by RFC 5321 section 4.5.3.2.</summary>
internal sealed record RelayTimeouts
{
    /// <summary>To connect, greet, agree on TLS and log in.</summary>
    public TimeSpan Connect { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>For each of MAIL, RCPT and DATA.</summary>
    public TimeSpan Command { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>To take the content.</summary>
    public TimeSpan Content { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>To answer the final dot.</summary>
    public TimeSpan FinalDot { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>A connection that rested this long is renewed: the other side may have hung up without a word.</summary>
    public TimeSpan Idle { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>The longest that one message can be under way.</summary>
    public TimeSpan Whole => (3 * Command) + Content + FinalDot;
}
