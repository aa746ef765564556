namespace Newsletter.Rendering;

/// <summary>The few values in which publications differ. Colours are <c>#rrggbb</c>.</summary>
internal sealed record Theme(string Accent, string Background, string Paper, string Ink, string QuietInk)
{
    public static Theme Default { get; } = new("#1a5276", "#f2f2ee", "#ffffff", "#222222", "#595959");
}
