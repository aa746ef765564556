using System.CommandLine;
using System.Text.Json.Nodes;
using Newsletter.Subscribers;

namespace Newsletter.Cli;

internal static class SubscriberSuppress
{
    public static Command Command()
    {
        var target = new Argument<string>("EMAIL|@DOMAIN");
        var reason = new Option<string>("--reason") { HelpName = "T", Required = true };
        return Verb.Of(
            "suppress",
            "Sends nothing more to an address, or to a whole domain, from any publication.",
            [target, reason],
            DatabaseNeed.Current,
            async (session, cancel) =>
            {
                var made = await session
                    .Stage<Suppressing>()
                    .SuppressAsync(session.Get(target), session.Get(reason), cancel);
                session.Terminal.Result(
                    new JsonObject { ["target"] = session.Get(target), ["suppressed"] = made },
                    made
                        ? $"{session.Get(target)} receives nothing more."
                        : $"{session.Get(target)} was suppressed already; the first reason stays."
                );
                return Verb.Done;
            }
        );
    }
}
