using System.CommandLine;
using System.Text.Json.Nodes;
using Newsletter.Delivery.Audiences;

namespace Newsletter.Cli;

internal static class SubscriberCount
{
    public static Command Command()
    {
        var publication = SubscriberArguments.Publication();
        var where = SubscriberArguments.Where();
        return Verb.Of(
            "count",
            "Counts the readers of a publication, before an issue is made for them.",
            [publication, where],
            DatabaseNeed.Current,
            async (session, cancel) =>
            {
                var count = await session
                    .Stage<SegmentReaders>()
                    .CountAsync(session.Get(publication), session.Get(where), cancel);
                session.Terminal.Result(
                    new JsonObject
                    {
                        ["publication"] = session.Get(publication),
                        ["segment"] = count.Segment,
                        ["subscriptions"] = count.Subscriptions,
                        ["readers"] = count.Readers,
                    },
                    $"{count.Subscriptions} subscription(s){(count.Segment is null ? "" : $" in: {count.Segment}")}; an issue would go to {count.Readers} of them as of now."
                );
                return Verb.Done;
            }
        );
    }
}
