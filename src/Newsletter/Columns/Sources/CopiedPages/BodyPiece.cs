using Newsletter.Columns.Cleaning;

namespace Newsletter.Columns.Sources.CopiedPages;

/// <summary>A piece of a body on its way to blocks: a finished block, words, or (a list of one line) perhaps either.</summary>
/// <param name="Lines">From how many lines it was made.</param>
internal sealed record BodyPiece(Block? Block, string? Text, int Lines)
{
    public static BodyPiece Of(Block block) => new(block, null, 1);

    public static BodyPiece Words(string text, int lines) => new(null, text, lines);

    public string Plain { get; } = Text is null ? "" : Held.Plain(Text).Trim();

    public bool IsProse => Block is null && Plain.Length > 0;
}
