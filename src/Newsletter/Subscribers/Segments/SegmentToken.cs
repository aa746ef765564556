namespace Newsletter.Subscribers.Segments;

/// <summary>A word, a quoted text or a sign of a segment.</summary>
/// <param name="Text">Without its quotes; empty at the end.</param>
/// <param name="At">The place of its first character, from 1, as people count.</param>
/// <param name="IsQuoted">Whether it stands for itself, and never for a word of the language.</param>
internal sealed record SegmentToken(string Text, int At, bool IsQuoted)
{
    public bool IsEnd => Text.Length == 0 && !IsQuoted;

    /// <summary>How a sentence names it.</summary>
    public string Shown => IsEnd ? "the end" : $"\"{Text}\"";

    public bool Is(string word) => !IsQuoted && string.Equals(Text, word, StringComparison.OrdinalIgnoreCase);
}
