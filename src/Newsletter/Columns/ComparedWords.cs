namespace Newsletter.Columns;

/// <summary>A run of words in a comparison of two texts.</summary>
internal sealed record ComparedWords(string Words, WordChange Change);
