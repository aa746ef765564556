using Newsletter.Addresses;

namespace Newsletter.Subscribers.Importing;

/// <param name="Line">The line of the file on which the row begins, from 1.</param>
/// <param name="Status">The words on which <paramref name="Verdict"/> rests; null where there were none.</param>
internal sealed record ImportRow(long Line, EmailAddress Address, string? Name, Verdict Verdict, string? Status)
{
    /// <summary>Lower-case ISO 639-1; null where the file has none that we know.</summary>
    public string? Language { get; init; }

    /// <summary>When the reader agreed; null where the file does not say so.</summary>
    public DateTimeOffset? JoinedAt { get; init; }

    /// <summary>A date of consent that can be read in several ways or in none, as it stands there.</summary>
    public string? UnreadDate { get; init; }

    /// <summary>Since when the verdict counts: when they left, or when the address was found dead.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>The network from which the reader agreed.</summary>
    public string? Network { get; init; }

    public IReadOnlyList<KeyValuePair<string, string>> Fields { get; init; } = [];

    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>What only our own export has; null for any other.</summary>
    public OwnRow? Own { get; init; }
}
