using System.Globalization;

namespace Newsletter.Subscribers.Importing;

/// <summary>What holds for every row of a file.</summary>
/// <param name="FileName">Without its folder.</param>
/// <param name="Consent">How these people agreed; null where nobody can say.</param>
internal sealed record ImportTarget(int PublicationId, string FileName, string? Consent)
{
    /// <summary>The line of a reader's proof that leads back to the row.</summary>
    public string How(ImportRow row)
    {
        var from = string.Create(CultureInfo.InvariantCulture, $"import of {FileName}, line {row.Line}");
        return row.Status is null ? from : $"{from}, status \"{row.Status}\"";
    }
}
