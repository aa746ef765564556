using Newsletter.Publications;

namespace Newsletter.Issues;

/// <summary>What a person wants of an issue that is to be composed.</summary>
/// <param name="Publication">Its slug.</param>
internal sealed record IssueWish(string Publication)
{
    /// <summary>One of <see cref="Edition.Rhythms"/>.</summary>
    public string Rhythm { get; init; } = Edition.Every;

    /// <summary>In this order; null for all that wait.</summary>
    public IReadOnlyList<int>? Columns { get; init; }

    public string? Subject { get; init; }

    public string? Preheader { get; init; }

    /// <summary>Only readers in it; null for all of the edition. Checked already, by whoever can read it.</summary>
    public string? Segment { get; init; }

    /// <summary>What names the person and nobody else, such as their address; null for none.</summary>
    public string? By { get; init; }
}
