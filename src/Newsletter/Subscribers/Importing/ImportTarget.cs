using System.Globalization;

namespace Newsletter.Subscribers.Importing;

/// <summary>What holds for every row of a file.</summary>
/// <param name="FileName">Without its folder.</param>
/// <param name="Consent">How these people agreed; null where nobody can say.</param>
internal sealed record ImportTarget(int PublicationId, string FileName, string? Consent)
{
    /// <summary>The rhythms that the publication offers beside "every".</summary>
    public IReadOnlyList<string> Rhythms { get; init; } = [];

    public bool MakesActive(ImportRow row) =>
        row.Verdict is Verdict.Active || (row.Verdict is Verdict.Unsaid && Consent is not null);

    /// <summary>One that is not offered would mean no mail at all.</summary>
    public string RhythmOf(ImportRow row) =>
        row.Own?.Rhythm is { } rhythm && Rhythms.Contains(rhythm) ? rhythm : "every";

    /// <summary>The line of a reader's proof that leads back to the row.</summary>
    public string How(ImportRow row)
    {
        var how = string.Create(CultureInfo.InvariantCulture, $"import of {FileName}, line {row.Line}");
        if (row.Status is not null)
            how = $"{how}, status \"{row.Status}\"";
        return row.UnreadDate is null ? how : $"{how}, date \"{row.UnreadDate}\"";
    }

    /// <summary>How the reader agreed: as our own export says, and always by which row it came here.</summary>
    public string HowGiven(ImportRow row) => row.Own?.How is { } how ? $"{how}; {How(row)}" : How(row);

    public string? Sentence(ImportRow row) => row.Own?.Sentence ?? Consent;
}
