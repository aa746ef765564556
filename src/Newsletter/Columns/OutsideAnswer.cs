using System.Net;

namespace Newsletter.Columns;

/// <summary>What a server of the outside web answered, whole.</summary>
/// <param name="Address">Where it came from in the end, after redirects.</param>
/// <param name="Bytes">Decompressed; empty unless the status says success.</param>
/// <param name="ContentType">With its parameters, such as the charset; null where none was said.</param>
/// <param name="RetryAfter">How long the server asks to wait (RFC 9110 section 10.2.3); null where it says nothing.</param>
/// <param name="Pages">How many pages there are, where a WordPress site says so (X-WP-TotalPages).</param>
internal sealed record OutsideAnswer(
    Uri Address,
    HttpStatusCode Status,
    byte[] Bytes,
    string? ContentType,
    string? ETag,
    string? LastModified,
    TimeSpan? RetryAfter,
    int? Pages
)
{
    public bool IsGood => (int)Status is >= 200 and < 300;
}
