using System.CommandLine;
using System.Text.Json.Nodes;
using Newsletter.Delivery;
using Newsletter.Delivery.Routing;

namespace Newsletter.Cli;

internal static class IssueStatusVerb
{
    public static Command Command()
    {
        var id = IssueArgument.Id();
        return Verb.Of(
            "status",
            "How far an issue is; the counts add up to its audience.",
            [id],
            DatabaseNeed.Current,
            async (session, cancel) =>
            {
                var status = await session.Stage<IssueStatuses>().OfAsync(session.Get(id), cancel);
                var pace = Pace.Of(status, session.Stage<TimeProvider>().GetUtcNow());
                session.Terminal.Result(Document(status, pace), Lines(status, pace));
                return Verb.Done;
            }
        );
    }

    private static JsonObject Document(IssueStatus status, Pace? pace) =>
        new()
        {
            ["id"] = status.Id,
            ["state"] = Written.Word(status.State),
            ["heldBecause"] = status.HeldBecause,
            ["expected"] = status.Expected,
            ["segment"] = status.Segment,
            ["audience"] = status.Audience,
            ["queued"] = status.Queued,
            ["sending"] = status.Sending,
            ["sent"] = status.Sent,
            ["failed"] = status.Failed,
            ["unknown"] = status.Unknown,
            ["withdrawn"] = status.Withdrawn,
            ["notBefore"] = Written.Instant(status.NotBefore),
            ["startedAt"] = Written.Instant(status.StartedAt),
            ["finishedAt"] = Written.Instant(status.FinishedAt),
            ["perSecond"] = pace?.PerSecond,
            ["secondsLeft"] = pace?.Left?.TotalSeconds,
            ["nextAttempt"] = Written.Instant(status.NextAttempt),
        };

    private static IEnumerable<string> Lines(IssueStatus status, Pace? pace)
    {
        yield return $"Issue {status.Id} is {Written.Word(status.State)}{(status.HeldBecause is null ? "" : $": {status.HeldBecause}")}";
        if (status.Segment is { } segment)
            yield return $"only readers in: {segment}";
        if (status.Expected is { } expected)
        {
            yield return $"{expected} reader(s) expected as of now; the audience is frozen when its time comes{(status.NotBefore is { } time ? $", {time:u}" : "")}.";
            yield break;
        }

        yield return $"audience {status.Audience}: {status.Queued} queued, {status.Sending} sending, {status.Sent} sent, {status.Failed} failed, {status.Unknown} unknown, {status.Withdrawn} withdrawn";
        if (pace is not null)
            yield return $"{pace.PerSecond:0} a second{(pace.Left is { } left ? $", some {Durations.Clock(left)} left" : "")}";
        if (status.NextAttempt is { } next && status.Queued > 0)
            yield return $"next attempt {next:u}";
    }
}
