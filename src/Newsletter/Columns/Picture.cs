namespace Newsletter.Columns;

/// <param name="Address">Absolute http(s), or as the file has it where it is local.</param>
/// <param name="Alt">What stands where the picture does not show; empty for decoration.</param>
/// <param name="Width">Pixels, where known.</param>
/// <param name="Height">Pixels, where known.</param>
internal sealed record Picture(string Address, string Alt, int? Width = null, int? Height = null);
