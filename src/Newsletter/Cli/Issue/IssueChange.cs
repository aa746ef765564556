using System.CommandLine;
using System.Text.Json.Nodes;
using Newsletter.Issues;

namespace Newsletter.Cli;

/// <summary>The verbs that take an issue and change its state: pause, resume, cancel.</summary>
internal static class IssueChange
{
    public static Command Pause() =>
        Command(
            "pause",
            "Begins no further message until it is resumed.",
            (queueing, id, cancel) => queueing.PauseAsync(id, cancel)
        );

    public static Command Resume() =>
        Command(
            "resume",
            "Goes on with a paused or held issue.",
            (queueing, id, cancel) => queueing.ResumeAsync(id, cancel)
        );

    public static Command Cancel() =>
        Command(
            "cancel",
            "Gives an issue up; what was sent stays sent.",
            (queueing, id, cancel) => queueing.CancelAsync(id, cancel)
        );

    private static Command Command(
        string name,
        string description,
        Func<Queueing, int, CancellationToken, Task<Issue>> change
    )
    {
        var id = IssueArgument.Id();
        return Verb.Of(
            name,
            description,
            [id],
            DatabaseNeed.Current,
            async (session, cancel) =>
            {
                var issue = await change(session.Stage<Queueing>(), session.Get(id), cancel);
                var state = Written.Word(issue.State);
                session.Terminal.Result(
                    new JsonObject { ["id"] = issue.Id, ["state"] = state },
                    $"Issue {issue.Id} is {state}."
                );
                return Verb.Done;
            }
        );
    }
}
