using System.Text.Json.Serialization;

namespace Newsletter.Rendering;

/// <summary>How much of a column stands in the mail.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ColumnExtent>))]
internal enum ColumnExtent
{
    /// <summary>All of it, as far as mail clients show it.</summary>
    [JsonStringEnumMemberName("whole")]
    Whole,

    /// <summary>Its beginning, and a link to all of it.</summary>
    [JsonStringEnumMemberName("excerpt")]
    Excerpt,
}
