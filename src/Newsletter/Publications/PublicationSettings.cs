namespace Newsletter.Publications;

/// <summary>What a person wants of a publication, as typed; null leaves a setting as it is.</summary>
internal sealed record PublicationSettings
{
    public string? Title { get; init; }

    /// <summary><c>Name &lt;a@b&gt;</c>.</summary>
    public string? From { get; init; }

    /// <summary>An address; empty takes it away.</summary>
    public string? ReplyTo { get; init; }

    public string? Language { get; init; }

    public string? TimeZone { get; init; }

    public string? Template { get; init; }

    /// <summary>A Quartz cron; empty takes it away.</summary>
    public string? Schedule { get; init; }

    /// <summary>What its editions are made of.</summary>
    public RuleSettings Rule { get; init; } = new();

    /// <summary>Countries, days and ranges with commas between them; <c>none</c> for none.</summary>
    public string? Quiet { get; init; }

    /// <summary><c>skip</c> or <c>move</c>.</summary>
    public string? OnQuiet { get; init; }

    public string? PostalAddress { get; init; }

    public string? BounceDomain { get; init; }

    /// <summary>Waits after a refusal for now; empty for those of the settings.</summary>
    public string? Retries { get; init; }

    /// <summary>A duration; empty for that of the settings.</summary>
    public string? GiveUpAfter { get; init; }

    /// <summary>What readers agree to by signing up; empty for the sentence of the language.</summary>
    public string? SignUpSentence { get; init; }

    /// <summary><c>open</c> or <c>closed</c>.</summary>
    public string? SignUp { get; init; }

    /// <summary><c>off</c>, <c>on</c>, or <c>latest</c> for one that carries the latest issue.</summary>
    public string? Welcome { get; init; }

    /// <summary><c>off</c> or <c>on</c>.</summary>
    public string? Goodbye { get; init; }

    /// <summary>Each <c>name=value</c>, or <c>default</c>; in their order.</summary>
    public IReadOnlyList<string> Theme { get; init; } = [];

    /// <summary>The logos that <see cref="Theme"/> names, by how they are written there.</summary>
    public IReadOnlyDictionary<string, Logo> Logos { get; init; } = new Dictionary<string, Logo>();

    /// <summary><c>send-again</c> or <c>hold</c>.</summary>
    public string? UnknownMessages { get; init; }
}
