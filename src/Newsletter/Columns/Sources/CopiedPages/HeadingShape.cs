namespace Newsletter.Columns.Sources.CopiedPages;

/// <summary>
/// Whether a short line on its own is a heading. The signs are counted; a paragraph taken for a heading disturbs
/// more than a heading left a paragraph, so several must agree.
/// </summary>
internal static class HeadingShape
{
    private const int Longest = 90;
    private const int MostWords = 14;
    private const int Enough = 3;

    public static bool Is(BodyPiece piece, BodyPiece next, bool afterHeading)
    {
        var text = piece.Plain;
        // Only a list's lone line may be a block already: "1. The context", with prose under it.
        if (
            piece.Lines != 1
            || text.Length is 0 or > Longest
            || !next.IsProse
            || piece.Block is not (null or Block.BulletedOrNumbered { Numbered: true })
        )
            return false;
        if (text[^1] is '.' or ',' or ';' or ':' or '…' or '!' or '»' or '”' or '"' || !StartsAsTitle(text))
            return false;
        if (
            text.Split(' ').Length > MostWords
            || text.Contains("://", StringComparison.Ordinal)
            || text.Contains('@', StringComparison.Ordinal)
        )
            return false;
        var score = 0;
        score +=
            next.Plain.Length >= 120 ? 2
            : next.Plain.Length >= 60 && next.Plain.Length >= text.Length * 2 ? 1
            : 0;
        score += next.Plain[^1] is '.' or '!' or '?' or '…' or '»' or '”' or ':' or ')' ? 1 : 0;
        score += text.Length <= 60 ? 1 : 0;
        score += text.Where(char.IsLetter).All(char.IsUpper) ? 1 : 0;
        score += piece.Block is not null ? 1 : 0;
        score -= text[^1] is '?' ? 1 : 0;
        score -= afterHeading ? 2 : 0;
        return score >= Enough;
    }

    private static bool StartsAsTitle(string text) =>
        (
            char.IsUpper(text[0])
            || char.IsDigit(text[0])
            || text[0] is '«' or '“' or '¿' or '¡'
            || !char.IsLower(text[0]) && char.IsLetter(text[0])
        ) && text.Any(char.IsLetter);
}
