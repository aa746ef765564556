using System.CommandLine;
using System.Text.Json.Nodes;
using Newsletter.Delivery;
using Newsletter.Hosting;

namespace Newsletter.Cli;

/// <summary><c>newsletter deliver</c>: delivery alone, in the foreground.</summary>
internal static class Deliver
{
    public static Command Command()
    {
        var idle = new Option<bool>("--until-idle") { Description = "End when nothing is due now." };
        var done = new Option<bool>("--until-done")
        {
            Description = "End when nothing waits at all, retries included.",
        };
        return Verb.Of(
            "deliver",
            "Sends what is queued, until it is stopped.",
            [idle, done],
            DatabaseNeed.Migrated,
            async (session, cancel) =>
            {
                using var telemetry = Telemetry.Start(session.Stage<IConfiguration>());
                var mode =
                    session.Get(done) ? DeliveryMode.UntilDone
                    : session.Get(idle) ? DeliveryMode.UntilIdle
                    : DeliveryMode.Forever;
                // The service's own mode has no end to be some share of.
                long? due = mode is DeliveryMode.Forever ? null : await session.Stage<Backlog>().DueAsync(cancel);
                var clock = session.Stage<TimeProvider>();
                var end = await LongWork.ShowAsync(
                    session.Terminal,
                    clock,
                    "Sending",
                    done => session.Stage<Dispatcher>().RunAsync(mode, new SendingProgress(done, due, clock), cancel)
                );
                session.Terminal.Result(
                    new JsonObject
                    {
                        ["sent"] = end.Sent,
                        ["failed"] = end.Failed,
                        ["deferred"] = end.Deferred,
                        ["unknown"] = end.Unknown,
                    },
                    $"{SendingProgress.Words(end)}."
                );
                return Verb.Done;
            },
            // Whoever supervises it asked for that.
            whenStopped: Verb.Done
        );
    }
}
