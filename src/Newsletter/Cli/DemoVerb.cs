using System.CommandLine;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using Newsletter.Addresses;
using Newsletter.Database;
using Newsletter.Delivery;
using Newsletter.Delivery.Routing;
using Newsletter.Hosting.Demo;
using Newsletter.Web;

namespace Newsletter.Cli;

/// <summary><c>newsletter demo</c>: the whole way on columns of our own, in a minute.</summary>
internal static class DemoVerb
{
    public static Command Command()
    {
        var readers = new Option<int>("--readers")
        {
            HelpName = "N",
            Description = "How many readers (default 10).",
            DefaultValueFactory = _ => 10,
        };
        return Verb.Of(
            "demo",
            "Makes two publications with columns and readers, lets the schedule make an issue of each, and delivers them.",
            [readers],
            DatabaseNeed.Migrated,
            async (session, cancel) =>
            {
                await session.Stage<Dispatcher>().RefuseIfNotReadyAsync(cancel);
                var demo = session.Stage<Demonstration>();
                var slot = await LongWork.ShowAsync(
                    session.Terminal,
                    session.Stage<TimeProvider>(),
                    "Making readers",
                    done => demo.PrepareAsync(session.Get(readers), new ImportedRows(done), cancel)
                );
                session.Terminal.Note(
                    $"Two publications with columns and {session.Get(readers)} readers are ready; their schedule fires at {slot:HH:mm:ss}."
                );
                var carrier = session.Stage<Carriers>().Name;
                // Any free port: the demonstration needs none, and 5080 may be in use.
                await using var site = Site.Build(session.Places, "http://127.0.0.1:0");
                await site.StartAsync(cancel);
                IReadOnlyList<DemonstratedIssue> issues;
                try
                {
                    issues = await demo.WaitAsync(slot, cancel);
                }
                finally
                {
                    // Also when it was interrupted: a schedule that is not stopped keeps the process alive.
                    await site.StopAsync(CancellationToken.None);
                }

                Say(session, issues, carrier);
                return Verb.Done;
            }
        );
    }

    private static void Say(Session session, IReadOnlyList<DemonstratedIssue> issues, string carrier)
    {
        var root = session.Stage<IOptions<SiteOptions>>().Value.Root;
        session.Terminal.Result(
            new JsonObject
            {
                ["deliveredTo"] = carrier,
                ["data"] = session.Stage<DataFolder>().Path,
                ["issues"] = new JsonArray([.. issues.Select(issue => Document(issue, root))]),
            },
            [
                .. issues.Select(issue =>
                    $"{issue.Title}, number {issue.Number}: {issue.Sent} of {issue.Audience} messages delivered.  {SiteOptions.View(root, issue.Slug, issue.Number)}"
                ),
                $"The messages are in {carrier}; open one of them in a mail program.",
                $"The data is in {session.Stage<DataFolder>().Path}.",
                .. issues.Select(issue =>
                    $"Next run of {issue.Slug}: {Time(issue.NextRun)}, if there are new columns by then."
                ),
                "To keep it running and view the issues in a browser: dotnet run --project src/Newsletter -- serve",
            ]
        );
    }

    private static JsonNode Document(DemonstratedIssue issue, string root) =>
        new JsonObject
        {
            ["id"] = issue.Id,
            ["publication"] = issue.Slug,
            ["number"] = issue.Number,
            ["audience"] = issue.Audience,
            ["sent"] = issue.Sent,
            ["view"] = SiteOptions.View(root, issue.Slug, issue.Number),
            ["nextRun"] = Time(issue.NextRun),
        };

    private static string Time(DateTimeOffset? time) => time is { } next ? Written.Local(next) : "none";
}
