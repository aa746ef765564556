namespace Newsletter.Subscribers.Importing;

/// <summary>One of the first rows of a file, as it was understood.</summary>
/// <param name="Becomes">What the reader is after the import, in a word.</param>
internal sealed record SampleRow(ImportRow Row, string Becomes)
{
    /// <summary>How many are shown.</summary>
    public const int Shown = 5;
}
