namespace Newsletter.Columns;

/// <summary>One author of a column, as the column credits them.</summary>
/// <param name="Role">"Présidente de l’Observatoire", as the source spells it.</param>
/// <param name="Portrait">Where a portrait of the author was found.</param>
internal sealed record Byline(string Name, string? Role = null, Picture? Portrait = null);
