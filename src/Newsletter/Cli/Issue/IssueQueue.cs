using System.CommandLine;
using System.Text.Json.Nodes;
using Newsletter.Review;

namespace Newsletter.Cli;

internal static class IssueQueue
{
    public static Command Command()
    {
        var id = IssueArgument.Id();
        var at = new Option<string?>("--at")
        {
            HelpName = "TIME",
            Description = "ISO 8601, or local to the publication's zone; now if not given.",
        };
        return Verb.Of(
            "queue",
            "Lets an approved issue go, now or at a time.",
            [id, at],
            DatabaseNeed.Current,
            async (session, cancel) =>
            {
                var time = await session.Stage<Release>().QueueAsync(session.Get(id), session.Get(at), cancel);
                var when = Written.Local(time);
                session.Terminal.Result(
                    new JsonObject
                    {
                        ["id"] = session.Get(id),
                        ["state"] = "queued",
                        ["at"] = when,
                    },
                    $"Issue {session.Get(id)} queued for {when}; \"newsletter serve\" or \"newsletter deliver\" sends it."
                );
                return Verb.Done;
            }
        );
    }
}
