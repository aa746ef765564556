using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Newsletter.Messages;
using Newsletter.Rendering;

namespace Newsletter.Delivery.ServiceMails;

/// <summary>What a service mail says, with all that writing it needs: nothing is looked up when it goes.</summary>
[JsonDerivedType(typeof(Written), "written")]
[JsonDerivedType(typeof(OfIssue), "issue")]
internal abstract record ServiceMailContent
{
    private static readonly ServiceMailContentJson s_json = new(
        new JsonSerializerOptions
        {
            // Kept in a column and read by us alone: HTML needs no escapes, which would double it.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            IgnoreReadOnlyProperties = true,
        }
    );

    private ServiceMailContent() { }

    public string ToJson() => JsonSerializer.Serialize(this, s_json.ServiceMailContent);

    public static ServiceMailContent Parse(string json) =>
        JsonSerializer.Deserialize(json, s_json.ServiceMailContent)
        ?? throw new InvalidOperationException("A service mail's content is null.");

    /// <summary>A mail of the service mails' own templates.</summary>
    /// <param name="Language">Lower-case ISO 639-1.</param>
    /// <param name="ActionUrl">Where its button leads; null where it has none.</param>
    /// <param name="UnsubscribeUrl">Null where its reader has nothing to leave.</param>
    internal sealed record Written(
        string FromName,
        string FromAddress,
        string? ReplyTo,
        string Language,
        RenderedServiceMail Mail,
        string? ActionUrl,
        string? UnsubscribeUrl
    ) : ServiceMailContent;

    /// <summary>An issue, as a test of it.</summary>
    /// <param name="UnsubscribeUrl">A sample: it withdraws nobody.</param>
    internal sealed record OfIssue(int IssueId, BundleContent Content, string UnsubscribeUrl) : ServiceMailContent;
}
