namespace Newsletter.Columns.Cleaning.Html;

/// <summary>The signs that a browser sets around a quotation within a sentence.</summary>
internal static class QuoteSigns
{
    public static (string Opening, string Closing) Of(string? language) =>
        language switch
        {
            "fr" => ("«\u00A0", "\u00A0»"),
            "de" => ("„", "“"),
            "es" or "it" or "pt" => ("«", "»"),
            _ => ("“", "”"),
        };
}
