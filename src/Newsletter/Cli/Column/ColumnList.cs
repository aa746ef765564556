using System.CommandLine;
using System.Text.Json.Nodes;
using Newsletter.Issues;

namespace Newsletter.Cli;

internal static class ColumnList
{
    public static Command Command()
    {
        var publication = new Option<string>("--publication") { HelpName = "SLUG", Required = true };
        return Verb.Of(
            "list",
            "Lists the columns that serve a publication, newest first, and what became of each.",
            [publication],
            DatabaseNeed.Current,
            async (session, cancel) =>
            {
                var columns = await session.Stage<ColumnFates>().OfAsync(session.Get(publication), cancel);
                session.Terminal.Result(
                    new JsonArray([
                        .. columns.Select(column => new JsonObject
                        {
                            ["id"] = column.Id,
                            ["title"] = column.Title,
                            ["state"] = column.Fate,
                            ["issue"] = column.IssueId,
                            ["why"] = column.Why,
                        }),
                    ]),
                    columns
                        .Select(column =>
                            $"{column.Id}  {column.Fate}{(column.IssueId is { } issue ? $" by issue {issue}" : "")}  {column.Title}{(column.Why is { } why ? $" ({why})" : "")}"
                        )
                        .DefaultIfEmpty(
                            "No column serves this publication yet; add one with \"newsletter column add\"."
                        )
                );
                return Verb.Done;
            }
        );
    }
}
