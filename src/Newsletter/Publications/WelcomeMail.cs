namespace Newsletter.Publications;

/// <summary>What a reader gets who has just confirmed.</summary>
internal enum WelcomeMail
{
    None,
    Plain,

    /// <summary>With the latest issue that was sent.</summary>
    WithLatestIssue,
}
