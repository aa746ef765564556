using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Newsletter.Delivery;

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
                var mode =
                    session.Get(done) ? DeliveryMode.UntilDone
                    : session.Get(idle) ? DeliveryMode.UntilIdle
                    : DeliveryMode.Forever;
                var lines = new ProgressLines(session.Terminal, session.Stage<TimeProvider>());
                await session.Stage<Dispatcher>().RunAsync(mode, lines, cancel);
                var end = lines.Last;
                session.Terminal.Result(
                    new JsonObject
                    {
                        ["sent"] = end.Sent,
                        ["failed"] = end.Failed,
                        ["deferred"] = end.Deferred,
                        ["unknown"] = end.Unknown,
                    },
                    Sentence(end)
                );
                return Verb.Done;
            },
            // Whoever supervises it asked for that.
            whenStopped: Verb.Done
        );
    }

    private static string Sentence(DeliveryProgress progress) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{progress.Sent:N0} sent, {progress.Failed:N0} failed, {progress.Deferred:N0} deferred, {progress.Unknown:N0} unknown."
        );

    /// <summary>A line every few seconds, with the rate since the start.</summary>
    private sealed class ProgressLines(Terminal terminal, TimeProvider clock) : IProgress<DeliveryProgress>
    {
        private static readonly TimeSpan Between = TimeSpan.FromSeconds(3);
        private readonly long start = clock.GetTimestamp();
        private readonly Lock gate = new();
        private long said = clock.GetTimestamp();

        public DeliveryProgress Last { get; private set; } = DeliveryProgress.None;

        public void Report(DeliveryProgress value)
        {
            lock (gate)
            {
                Last = value;
                if (clock.GetElapsedTime(said) < Between)
                    return;
                said = clock.GetTimestamp();
                var rate = value.Sent / Math.Max(0.001, clock.GetElapsedTime(start).TotalSeconds);
                terminal.Note(string.Create(CultureInfo.InvariantCulture, $"{Sentence(value)} {rate:N0} a second."));
            }
        }
    }
}
