namespace Newsletter.Subscribers;

internal enum ConsentAct
{
    Given,
    Withdrawn,

    /// <summary>The reader took a withdrawal back, on the page that confirmed it.</summary>
    Restored,
}
