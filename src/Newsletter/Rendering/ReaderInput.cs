namespace Newsletter.Rendering;

/// <summary>The reader for whom a template that decides by reader is rendered.</summary>
/// <param name="Name">Null where none is known.</param>
internal sealed record ReaderInput(string? Name, string Address, string UnsubscribeUrl, string PreferencesUrl)
{
    /// <summary>A reader of whom only marks are known; each is to be filled.</summary>
    public static ReaderInput Marks { get; } =
        new(Mark.ReaderName, Mark.ReaderAddress, Mark.UnsubscribeUrl, Mark.PreferencesUrl);

    /// <summary>A reader without a name: what a template that decides shows where nobody is known.</summary>
    public static ReaderInput Unnamed { get; } = Marks with { Name = null };
}
