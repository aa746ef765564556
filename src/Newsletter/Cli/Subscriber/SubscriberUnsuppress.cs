using System.CommandLine;
using System.Text.Json.Nodes;
using Newsletter.Subscribers;

namespace Newsletter.Cli;

internal static class SubscriberUnsuppress
{
    public static Command Command()
    {
        var target = new Argument<string>("EMAIL|@DOMAIN");
        return Verb.Of(
            "unsuppress",
            "Takes back a suppression that staff made.",
            [target],
            DatabaseNeed.Current,
            async (session, cancel) =>
            {
                await session.Stage<Suppressing>().LiftAsync(session.Get(target), cancel);
                session.Terminal.Result(
                    new JsonObject { ["target"] = session.Get(target), ["suppressed"] = false },
                    $"{session.Get(target)} is not suppressed any more."
                );
                return Verb.Done;
            }
        );
    }
}
