using System.CommandLine;
using System.Text.Json.Nodes;
using Newsletter.Delivery.Audiences;
using Newsletter.Subscribers;

namespace Newsletter.Cli;

/// <summary><c>subscriber list</c>.</summary>
internal static class SubscriberListing
{
    public static Command Command()
    {
        var publication = SubscriberArguments.Publication();
        var state = new Option<string?>("--state")
        {
            HelpName = "S",
            Description = "pending, active, paused, unsubscribed, bounced, complained or suppressed.",
        };
        var where = SubscriberArguments.Where();
        return Verb.Of(
            "list",
            "Lists the readers of a publication.",
            [publication, state, where],
            DatabaseNeed.Current,
            async (session, cancel) =>
            {
                var filter = session.Get(where) is { } text ? session.Stage<SegmentReaders>().FilterOf(text) : null;
                var readers = session
                    .Stage<SubscriberList>()
                    .ReadAsync(session.Get(publication), session.Get(state), filter, cancel);
                if (session.Terminal.Json)
                    await session.Terminal.ArrayAsync(readers.Select(Document));
                else
                    await foreach (var row in readers)
                        session.Terminal.Line($"{row.Email}  {row.Word}  {row.Name}  {Consent(row)}");
                return Verb.Done;
            }
        );
    }

    private static string Consent(SubscriberRow row) =>
        row.ConsentAt is { } at ? $"consent {at:yyyy-MM-dd}, {row.ConsentHow}: {row.ConsentSentence}" : "no consent";

    private static JsonNode Document(SubscriberRow row) =>
        new JsonObject
        {
            ["email"] = row.Email,
            ["name"] = row.Name,
            ["state"] = row.Word,
            ["since"] = Written.Instant(row.Since),
            ["consent"] = row.ConsentAt is { } at
                ? new JsonObject
                {
                    ["at"] = Written.Instant(at),
                    ["how"] = row.ConsentHow,
                    ["sentence"] = row.ConsentSentence,
                }
                : null,
        };
}
