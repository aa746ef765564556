namespace Newsletter.Hosting.Diagnosis;

/// <summary>One line of a diagnosis.</summary>
/// <param name="What">What was looked at.</param>
/// <param name="Says">What was found, and where it is not well, what to do.</param>
internal sealed record Check(string What, CheckState State, string Says)
{
    public static Check Ok(string what, string says) => new(what, CheckState.Ok, says);

    public static Check Note(string what, string says) => new(what, CheckState.Note, says);

    public static Check Wrong(string what, string says) => new(what, CheckState.Wrong, says);
}
