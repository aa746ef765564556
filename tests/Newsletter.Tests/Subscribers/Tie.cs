namespace Newsletter.Tests.Subscribers;

/// <summary>What a <see cref="ConsentModel"/> knows of one person and one publication.</summary>
internal sealed class Tie
{
    /// <summary>Receives, but for a pause or a suppression.</summary>
    public bool IsOn { get; set; }

    /// <summary>Agreed once, in this life of the record.</summary>
    public bool Agreed { get; set; }

    public bool HasLeft { get; set; }

    public DateTimeOffset LeftAt { get; set; }

    public bool LeftTogether { get; set; }

    public DateTimeOffset? PausedUntil { get; set; }
}
