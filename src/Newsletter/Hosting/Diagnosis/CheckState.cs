namespace Newsletter.Hosting.Diagnosis;

internal enum CheckState
{
    Ok,

    /// <summary>Works, but a person should know.</summary>
    Note,

    Wrong,
}
