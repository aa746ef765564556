namespace Newsletter.Subscribers.SignUps;

/// <summary>What a sign-up form brings.</summary>
internal sealed record SignUpForm(string? Email, string? Name, FormOrigin From)
{
    /// <summary>The mark of the sentence that it showed; see <see cref="SignUpOffer.SentenceMark"/>.</summary>
    public string? SentenceMark { get; init; }

    /// <summary>Filled by programs that fill whatever they find; people do not see it.</summary>
    public string? Trap { get; init; }

    /// <summary>When it was shown, by a token of ours.</summary>
    public string? Shown { get; init; }

    /// <summary>Whether it must say when it was shown: a form that stands on another site cannot.</summary>
    public bool IsTimed { get; init; }

    /// <summary>Whether the domain was asked about, and the reader said that it is right.</summary>
    public bool IsSure { get; init; }
}
