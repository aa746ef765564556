namespace Newsletter.Rendering.Preparing;

/// <summary>The label of a note, and of what refers to it: cut alike in both places.</summary>
internal static class NoteLabel
{
    /// <summary>It stands before the note on its line; a sentence for a label would push the note off it.</summary>
    private const int Longest = 24;

    public static string Of(string label) => Excerpt.Cut(CleanText.OneLine(label), Longest);
}
