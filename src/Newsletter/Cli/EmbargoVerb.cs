using System.CommandLine;
using System.Text.Json.Nodes;
using Newsletter.Issues;

namespace Newsletter.Cli;

/// <summary>Keeps a column or an issue back until a time.</summary>
internal static class EmbargoVerb
{
    public static Command OfColumn() =>
        Command(
            "Keeps a column back until a time, in every publication.",
            "Column",
            (session, id, until, cancel) => session.Stage<ColumnDecisions>().EmbargoAsync(id, until, cancel)
        );

    public static Command OfIssue() =>
        Command(
            "Keeps an issue back until a time, for whenever it is queued.",
            "Issue",
            (session, id, until, cancel) => session.Stage<Queueing>().EmbargoAsync(id, until, cancel)
        );

    private static Command Command(
        string description,
        string what,
        Func<Session, int, string, CancellationToken, Task<DateTimeOffset?>> keep
    )
    {
        var id = new Argument<int>("ID");
        var until = new Option<string>("--until")
        {
            HelpName = "TIME|off",
            Required = true,
            Description = "As 2026-03-12T08:00 by the publication's clock, or with an offset; off lifts the embargo.",
        };
        return Verb.Of(
            "embargo",
            description,
            [id, until],
            DatabaseNeed.Current,
            async (session, cancel) =>
            {
                var at = await keep(session, session.Get(id), session.Get(until), cancel);
                session.Terminal.Result(
                    new JsonObject
                    {
                        ["id"] = session.Get(id),
                        ["embargoUntil"] = at is { } time ? Written.Local(time) : null,
                    },
                    at is { } shown
                        ? $"{what} {session.Get(id)} is under embargo until {Written.Local(shown)}."
                        : $"{what} {session.Get(id)} is under no embargo any more."
                );
                return Verb.Done;
            }
        );
    }
}
