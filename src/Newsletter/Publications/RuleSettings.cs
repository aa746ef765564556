namespace Newsletter.Publications;

/// <summary>What a person wants of an edition's rule, as typed; null leaves a setting as it is.</summary>
internal sealed record RuleSettings
{
    /// <summary>Which edition, one of <see cref="Edition.Rhythms"/>; null for <see cref="Edition.Every"/>.</summary>
    public string? Rhythm { get; init; }

    /// <summary>Separated by commas; <c>all</c> takes the choice away.</summary>
    public string? Categories { get; init; }

    /// <summary>As <see cref="Categories"/>.</summary>
    public string? Authors { get; init; }

    /// <summary>As <see cref="Categories"/>.</summary>
    public string? Languages { get; init; }

    public int? Minimum { get; init; }

    /// <summary>A number, or <c>none</c>.</summary>
    public string? Maximum { get; init; }

    /// <summary><c>arrival</c>, <c>oldest</c>, <c>newest</c>, <c>hand</c> or <c>lead</c>.</summary>
    public string? Order { get; init; }

    /// <summary><c>skip</c> or <c>send</c>.</summary>
    public string? TooFew { get; init; }

    /// <summary><c>template</c>, <c>whole</c> or <c>excerpt</c>.</summary>
    public string? Lead { get; init; }

    /// <summary>As <see cref="Lead"/>.</summary>
    public string? Others { get; init; }

    /// <summary>Empty takes it away.</summary>
    public string? SubjectPattern { get; init; }

    /// <summary>Empty takes it away.</summary>
    public string? PreheaderPattern { get; init; }

    /// <summary><c>schedule</c> or <c>person</c>.</summary>
    public string? Approval { get; init; }

    /// <summary>A duration, or <c>off</c>.</summary>
    public string? DraftBefore { get; init; }

    /// <summary><c>make-up</c> or <c>skip</c>.</summary>
    public string? Missed { get; init; }
}
