namespace Newsletter.Subscribers;

internal enum ConsentAct
{
    Given,
    Withdrawn,

    /// <summary>Somebody typed the address into a form; it counts for nothing until the reader confirms.</summary>
    Asked,

    /// <summary>The reader took a withdrawal back, on the page that confirmed it.</summary>
    Restored,
}
