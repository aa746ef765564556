namespace Newsletter.Subscribers;

/// <summary>The <c>Retention</c> section of the settings: how long what is not needed any more is kept.</summary>
internal sealed class RetentionOptions
{
    /// <summary>A sign-up, or an imported row, that nobody confirmed. A duration, a day at least.</summary>
    public string Pending { get; set; } = "30d";

    /// <summary>The proof of consent, and the reason, of those who left. A duration after leaving, a day at least.</summary>
    public string Proof { get; set; } = "1095d";

    /// <summary>
    /// That a mail to a reader was asked for, and what became of it. A duration, a day at least: what limits such mails
    /// is read there.
    /// </summary>
    public string Requests { get; set; } = "30d";
}
