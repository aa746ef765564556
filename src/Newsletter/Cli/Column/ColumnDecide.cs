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
        var ids = new Argument<string>("IDS") { Description = "A column's number, or several: 3,5-9." };
        var publication = new Option<string?>("--publication")
        {
            HelpName = "SLUG",
            Description = "Only in this one; else in all that it serves.",
        };
        return Verb.Of(
            name,
            description,
            [ids, publication],
            DatabaseNeed.Current,
            async (session, cancel) =>
            {
                var named = ColumnIds.Parse(session.Get(ids), $"column {name} 3,5-9");
                var only = session.Get(publication);
                if (named is [var one])
                {
                    var (document, line) = await DecideAsync(session, one, only, state, outcome, cancel);
                    session.Terminal.Result(document, line);
                    return Verb.Done;
                }

                return await DecideAllAsync(session, named, only, state, outcome, cancel);
            }
        );
    }

    // One that cannot be decided on is said, and the others go on.
    private static async Task<int> DecideAllAsync(
        Session session,
        IReadOnlyList<int> ids,
        string? publication,
        OfferState state,
        string outcome,
        CancellationToken cancel
    )
    {
        var (documents, lines, status) = (new JsonArray(), new List<string>(), Verb.Done);
        foreach (var id in ids)
        {
            try
            {
                var (document, line) = await DecideAsync(session, id, publication, state, outcome, cancel);
                documents.Add(document);
                lines.Add(line);
            }
            catch (Refusal refusal)
            {
                documents.Add(new JsonObject { ["id"] = id, ["refused"] = refusal.Message });
                lines.Add($"Not done: {refusal.Message}");
                status = Verb.Refused;
            }
        }

        session.Terminal.Result(documents, lines);
        return status;
    }

    private static async Task<(JsonObject Document, string Line)> DecideAsync(
        Session session,
        int id,
        string? publication,
        OfferState state,
        string outcome,
        CancellationToken cancel
    )
    {
        var decided = await session.Stage<ColumnDecisions>().DecideAsync(id, publication, state, cancel);
        return (
            new JsonObject
            {
                ["id"] = id,
                ["state"] = ColumnFates.Word(state),
                ["publications"] = new JsonArray([.. decided.Select(slug => JsonValue.Create(slug))]),
            },
            $"Column {id} {outcome} in {string.Join(", ", decided)}."
        );
    }
}
