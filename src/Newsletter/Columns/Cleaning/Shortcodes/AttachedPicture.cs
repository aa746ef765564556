namespace Newsletter.Columns.Cleaning.Shortcodes;

/// <summary>A picture that a source keeps beside its texts, and that they name by a number.</summary>
/// <param name="Number">As the source numbers it.</param>
/// <param name="Address">Absolute.</param>
internal sealed record AttachedPicture(string Number, string Address, string? Alt, string? Caption);
