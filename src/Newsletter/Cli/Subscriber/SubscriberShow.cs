using System.CommandLine;
using System.Text.Json.Nodes;
using Newsletter.Addresses;
using Newsletter.Records;

namespace Newsletter.Cli;

internal static class SubscriberShow
{
    public static Command Command()
    {
        var email = SubscriberArguments.Email();
        return Verb.Of(
            "show",
            "Shows a reader: subscriptions, consent, messages.",
            [email],
            DatabaseNeed.Current,
            async (session, cancel) =>
            {
                var record = await session
                    .Stage<ReaderRecords>()
                    .OfAsync(EmailAddress.Parse(session.Get(email)), cancel);
                session.Terminal.Result(Document(record), Lines(record));
                return Verb.Done;
            }
        );
    }

    private static JsonObject Document(ReaderRecord record) =>
        new()
        {
            ["email"] = record.Email,
            ["name"] = record.Name,
            ["language"] = record.Language,
            ["since"] = Written.Instant(record.Since),
            ["suppressed"] = record.Suppressed,
            ["suppressions"] = new JsonArray([.. record.Suppressions.Select(Document)]),
            ["fields"] = new JsonObject(record.Fields.Select(f => KeyValuePair.Create(f.Key, (JsonNode?)f.Value))),
            ["tags"] = new JsonArray([.. record.Tags.Select(tag => (JsonNode)tag)]),
            ["subscriptions"] = new JsonArray([
                .. record.Subscriptions.Select(s => Document(s, record.Suppressed is not null)),
            ]),
            ["requests"] = new JsonArray([.. record.Requests.Select(Document)]),
            ["mails"] = new JsonArray([.. record.Mails.Select(Document)]),
            ["messages"] = new JsonArray([.. record.Messages.Select(Document)]),
        };

    private static JsonObject Document(SuppressionRecord suppression) =>
        new()
        {
            ["source"] = Written.Word(suppression.Source),
            ["domain"] = suppression.IsOfDomain,
            ["reason"] = suppression.Reason,
            ["at"] = Written.Instant(suppression.At),
        };

    private static JsonObject Document(RequestRecord request) =>
        new()
        {
            ["kind"] = Written.Word(request.Kind),
            ["email"] = request.Email,
            ["asked"] = Written.Instant(request.AskedAt),
            ["mailed"] = Written.Instant(request.MailedAt),
            ["used"] = Written.Instant(request.UsedAt),
        };

    private static JsonObject Document(MailRecord mail) =>
        new()
        {
            ["purpose"] = Written.Word(mail.Purpose),
            ["state"] = Written.Word(mail.State),
            ["asked"] = Written.Instant(mail.AskedAt),
            ["settled"] = Written.Instant(mail.SettledAt),
        };

    private static JsonObject Document(SubscriptionRecord subscription, bool suppressed) =>
        new()
        {
            ["publication"] = subscription.Publication,
            ["state"] = Word(subscription, suppressed),
            ["since"] = Written.Instant(subscription.Since),
            ["joined"] = Written.Instant(subscription.JoinedAt),
            ["rhythm"] = subscription.Rhythm,
            ["pausedUntil"] = Written.Instant(subscription.PausedUntil),
            ["authors"] = new JsonArray([.. subscription.Authors.Select(author => (JsonNode)author)]),
            ["reasons"] = new JsonArray([
                .. subscription.Reasons.Select(r => new JsonObject
                {
                    ["reason"] = r.Reason,
                    ["words"] = r.Words,
                    ["at"] = Written.Instant(r.At),
                }),
            ]),
            ["consent"] = subscription.Consent is { } consent ? Document(consent) : null,
            ["proof"] = new JsonArray([.. subscription.Proof.Select(Document)]),
        };

    private static JsonObject Document(ConsentLine line) =>
        new()
        {
            ["act"] = Written.Word(line.Act),
            ["at"] = Written.Instant(line.At),
            ["how"] = line.How,
            ["sentence"] = line.Sentence,
            ["page"] = line.Page,
            ["form"] = line.Form,
            ["network"] = line.Network,
        };

    private static JsonObject Document(MessageRecord message) =>
        new()
        {
            ["issue"] = message.IssueId,
            ["publication"] = message.Publication,
            ["number"] = message.Number,
            ["state"] = Written.Word(message.State),
            ["at"] = Written.Instant(message.At),
            ["reply"] = message.Reply,
        };

    private static IEnumerable<string> Lines(ReaderRecord record)
    {
        yield return $"{record.Email}  {record.Name}";
        if (record.Suppressed is { } reason)
            yield return $"receives nothing from any publication: {reason}";
        foreach (var subscription in record.Subscriptions)
        {
            yield return $"{subscription.Publication}: {Word(subscription, record.Suppressed is not null)}";
            foreach (var line in subscription.Proof)
                yield return $"  {line.At:u} {Written.Word(line.Act)} by {line.How}{(line.Sentence is null ? "" : $": \"{line.Sentence}\"")}";
        }

        foreach (var message in record.Messages)
            yield return $"issue {message.IssueId}: {Written.Word(message.State)} {message.At:u} {message.Reply}";
    }

    private static string Word(SubscriptionRecord subscription, bool suppressed) =>
        suppressed ? "suppressed" : Written.Word(subscription.State);
}
