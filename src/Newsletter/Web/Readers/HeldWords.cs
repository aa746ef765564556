using Newsletter.Delivery;
using Newsletter.Delivery.ServiceMails;
using Newsletter.Records;
using Newsletter.Subscribers;

namespace Newsletter.Web.Readers;

/// <summary>What a <see cref="ReaderRecord"/> can hold, in words: one for each value of each of its kinds.</summary>
internal sealed record HeldWords
{
    public required IReadOnlyDictionary<SubscriptionState, string> Subscriptions { get; init; }
    public required IReadOnlyDictionary<ConsentAct, string> Acts { get; init; }
    public required IReadOnlyDictionary<SuppressionSource, string> Suppressions { get; init; }
    public required IReadOnlyDictionary<ReaderRequestKind, string> Requests { get; init; }
    public required IReadOnlyDictionary<ServiceMailPurpose, string> Mails { get; init; }
    public required IReadOnlyDictionary<ServiceMailState, string> MailStates { get; init; }
    public required IReadOnlyDictionary<MessageState, string> Messages { get; init; }

    /// <summary>By the names that our forms have in the proof of consent.</summary>
    public required IReadOnlyDictionary<string, string> Forms { get; init; }

    /// <summary>A form by its name; one that came with a file goes by the name that it has there.</summary>
    public string? FormName(string? form) => form is null ? null : Forms.GetValueOrDefault(form, form);
}
