using System.Text.Json.Serialization;

namespace Newsletter.Columns;

/// <param name="Address">Absolute http(s), or as the file has it where it is local.</param>
/// <param name="Alt">What stands where the picture does not show; empty for decoration.</param>
/// <param name="Width">Pixels, where known.</param>
/// <param name="Height">Pixels, where known.</param>
internal sealed record Picture(string Address, string Alt, int? Width = null, int? Height = null)
{
    /// <summary>
    /// The relative address that the column's file has, where <see cref="Address"/> was made absolute by the column's
    /// own: the picture may lie beside the file all the same. Null otherwise.
    /// </summary>
    public string? Beside { get; init; }

    /// <summary>Whether the address is our own site's, where the picture stands in a form that every client shows. Known when an issue is rendered, not when a column is kept.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsOurs { get; init; }

    /// <summary>Why the picture could not be had, in a sentence; null where it was not tried or is here. Known when an issue is rendered.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public string? Fault { get; init; }
}
