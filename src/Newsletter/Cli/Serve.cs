using System.CommandLine;
using System.Text.Json.Nodes;
using Newsletter.Delivery;
using Newsletter.Web;

namespace Newsletter.Cli;

/// <summary><c>newsletter serve</c>: the service.</summary>
internal static class Serve
{
    public static Command Command()
    {
        var urls = new Option<string?>("--urls")
        {
            HelpName = "URL",
            Description = "Where to listen (default: http://127.0.0.1:5080).",
        };
        return Verb.Of(
            "serve",
            "Runs the service: web, schedule, delivery.",
            [urls],
            DatabaseNeed.Migrated,
            async (session, cancel) =>
            {
                await session.Stage<Dispatcher>().RefuseIfNotReadyAsync(cancel);
                await using var site = Site.Build(session.Places, session.Get(urls));
                await site.StartAsync(cancel);
                var addresses = string.Join(", ", site.Urls);
                session.Terminal.Result(
                    new JsonObject { ["urls"] = new JsonArray([.. site.Urls.Select(url => JsonValue.Create(url))]) },
                    $"Serving on {addresses}; Ctrl+C stops it in order."
                );
                await site.WaitAsync(cancel);
                return Verb.Done;
            },
            // Whoever supervises it asked for that.
            whenStopped: Verb.Done
        );
    }
}
