using System.CommandLine;
using System.Net.Sockets;
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
                session.Stage<Dispatcher>().RefuseIfNotAlone();
                await using var app = Site.Build(session.Places, session.Get(urls));
                await StartAsync(app, cancel);
                var addresses = string.Join(", ", app.Urls);
                session.Terminal.Result(
                    new JsonObject { ["urls"] = new JsonArray([.. app.Urls.Select(url => JsonValue.Create(url))]) },
                    $"Serving on {addresses}; Ctrl+C stops it in order."
                );
                await app.WaitForShutdownAsync(cancel);
                return Verb.Done;
            }
        );
    }

    /// <exception cref="Refusal">The port is in use, or may not be used.</exception>
    private static async Task StartAsync(WebApplication app, CancellationToken cancel)
    {
        try
        {
            await app.StartAsync(cancel);
        }
        catch (Exception fault)
            when (fault
                    is IOException
                        or SocketException
                        or FormatException
                        or InvalidOperationException { Source: "Microsoft.AspNetCore.Server.Kestrel.Core" }
            )
        {
            throw new Refusal(
                $"The service cannot listen ({fault.Message.ReplaceLineEndings(" ").TrimEnd('.')}); stop what uses the port, or choose another with --urls http://127.0.0.1:5081.",
                fault
            );
        }
    }
}
