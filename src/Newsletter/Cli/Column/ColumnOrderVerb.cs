using System.CommandLine;
using System.Text.Json.Nodes;
using Newsletter.Issues;

namespace Newsletter.Cli;

internal static class ColumnOrderVerb
{
    public static Command Command()
    {
        var publication = new Option<string>("--publication") { HelpName = "SLUG", Required = true };
        var columns = new Argument<string>("ID,ID")
        {
            Description = "The first of them leads; those not named have no place any more.",
        };
        return Verb.Of(
            "order",
            "Puts columns that wait in an order, for issues whose order is hand or lead (--order).",
            [columns, publication],
            DatabaseNeed.Current,
            async (session, cancel) =>
            {
                var ids = ColumnIds.Parse(session.Get(columns), "column order 3,1,7");
                await session.Stage<ColumnDecisions>().OrderAsync(session.Get(publication), ids, cancel);
                session.Terminal.Result(
                    new JsonObject { ["columns"] = new JsonArray([.. ids.Select(id => JsonValue.Create(id))]) },
                    ids.Count == 0
                        ? "No column has a place by hand any more."
                        : $"Columns {string.Join(", ", ids)} stand in this order."
                );
                return Verb.Done;
            }
        );
    }
}
