using System.CommandLine;
using System.Text.Json.Nodes;
using Newsletter.Columns;
using Newsletter.Issues;

namespace Newsletter.Cli;

/// <summary>The verbs that decide on a column that no issue has taken: hold, skip, carried, release.</summary>
internal static class ColumnDecide
{
    public static Command Hold() =>
        Command("hold", "Holds a column back until it is released.", OfferState.Held, "is held until it is released");

    public static Command Skip() =>
        Command("skip", "Lets no issue take a column.", OfferState.Skipped, "goes into no issue");

    public static Command Carried() =>
        Command(
            "carried",
            "Says that readers have a column already, without this program.",
            OfferState.CarriedByHand,
            "counts as carried"
        );

    public static Command Release() =>
        Command(
            "release",
            "Lets a column go again that was held, skipped or carried by hand.",
            OfferState.Open,
            "waits for the next issue"
        );

    private static Command Command(string name, string description, OfferState state, string outcome)
    {
        var id = new Argument<int>("ID");
        var publication = new Option<string?>("--publication")
        {
            HelpName = "SLUG",
            Description = "Only in this one; else in all that it serves.",
        };
        return Verb.Of(
            name,
            description,
            [id, publication],
            DatabaseNeed.Current,
            async (session, cancel) =>
            {
                var decided = await session
                    .Stage<ColumnDecisions>()
                    .DecideAsync(session.Get(id), session.Get(publication), state, cancel);
                session.Terminal.Result(
                    new JsonObject
                    {
                        ["id"] = session.Get(id),
                        ["state"] = ColumnFates.Word(state),
                        ["publications"] = new JsonArray([.. decided.Select(slug => JsonValue.Create(slug))]),
                    },
                    $"Column {session.Get(id)} {outcome} in {string.Join(", ", decided)}."
                );
                return Verb.Done;
            }
        );
    }
}
