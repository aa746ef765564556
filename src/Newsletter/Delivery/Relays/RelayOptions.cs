using System.Net;

namespace Newsletter.Delivery.Relays;

/// <summary>
/// The <c>Relay</c> section of the settings, which is entry 0 of <c>Relays</c>, or another entry. No host: messages go
/// to a folder.
/// </summary>
/// <param name="section">As a person writes it, <c>Relay</c> or <c>Relays__1</c>.</param>
internal sealed class RelayOptions(string section)
{
    public const string First = "Relay";

    public RelayOptions()
        : this(First) { }

    /// <summary>What the names of these settings begin with.</summary>
    public string Section { get; private set; } = section;

    public string? Host { get; set; }

    /// <summary>Null: by <see cref="Security"/>: 465 for tls, 587 for starttls or with a user, else 25.</summary>
    public int? Port { get; set; }

    /// <summary><c>none</c>, <c>starttls</c>, <c>tls</c> or <c>auto</c>.</summary>
    public string Security { get; set; } = "auto";

    public string? User { get; set; }

    public string? Password { get; set; }

    public int Connections { get; set; } = 4;

    /// <summary>After so many messages a connection is renewed.</summary>
    public int MessagesPerConnection { get; set; } = 1000;

    /// <summary>At most so many messages, such as <c>50/s</c> or <c>10000/h</c>; null: as fast as it goes.</summary>
    public string? Rate { get; set; }

    /// <summary>Among several relays: its part of the mail; 0 is a reserve. Null everywhere: who is free takes the next.</summary>
    public int? Weight { get; set; }

    /// <summary><c>auto</c>: reports are asked for where the relay can (RFC 3461); <c>never</c>: the relay chokes on it.</summary>
    public string Dsn { get; set; } = "auto";

    /// <summary>The first relay has two names; sentences use the one that was typed.</summary>
    public void NameAsTyped(IConfiguration settings)
    {
        if (!settings.GetSection(First).GetChildren().Any() && settings.GetSection("Relays:0").GetChildren().Any())
            Section = "Relays__0";
    }

    public bool IsSet => !string.IsNullOrWhiteSpace(Host);

    public bool HasLogin => !string.IsNullOrWhiteSpace(User);

    /// <summary>Null where the word is neither of the two.</summary>
    public bool? AsksForReports =>
        Dsn.Trim().ToLowerInvariant() switch
        {
            "auto" or "" => true,
            "never" => false,
            _ => null,
        };

    /// <summary>Null where the word is none of the four.</summary>
    public RelaySecurity? SecurityInUse =>
        Security.Trim().ToLowerInvariant() switch
        {
            "auto" or "" => RelaySecurity.Auto,
            "none" => RelaySecurity.None,
            "starttls" => RelaySecurity.StartTls,
            "tls" => RelaySecurity.Tls,
            _ => null,
        };

    public int PortInUse =>
        Port
        ?? SecurityInUse switch
        {
            RelaySecurity.Tls => 465,
            RelaySecurity.StartTls => 587,
            RelaySecurity.Auto when HasLogin => 587,
            _ => 25,
        };

    /// <summary>What is said there stays on this machine, so it may be said in clear.</summary>
    public bool IsThisMachine =>
        Host?.Trim() is { } host
        && (
            string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address))
        );
}
