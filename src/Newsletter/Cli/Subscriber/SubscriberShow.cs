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
            ["suppressed"] = record.Suppressed,
            ["subscriptions"] = new JsonArray([
                .. record.Subscriptions.Select(s => Document(s, record.Suppressed is not null)),
            ]),
            ["messages"] = new JsonArray([.. record.Messages.Select(Document)]),
        };

    private static JsonObject Document(SubscriptionRecord subscription, bool suppressed) =>
        new()
        {
            ["publication"] = subscription.Publication,
            ["state"] = Word(subscription, suppressed),
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
        };

    private static JsonObject Document(MessageRecord message) =>
        new()
        {
            ["issue"] = message.IssueId,
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
