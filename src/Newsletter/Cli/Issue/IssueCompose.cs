using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Newsletter.Issues;

namespace Newsletter.Cli;

internal static class IssueCompose
{
    public static Command Command()
    {
        var publication = new Option<string>("--publication") { HelpName = "SLUG", Required = true };
        var columns = new Option<string?>("--columns")
        {
            HelpName = "ID,ID",
            Description = "These, in this order; else all that wait.",
        };
        var subject = new Option<string?>("--subject") { HelpName = "T", Description = "Else the columns make it." };
        var preheader = new Option<string?>("--preheader")
        {
            HelpName = "T",
            Description = "Else the columns make it.",
        };
        return Verb.Of(
            "compose",
            "Makes a draft of the columns not yet carried; status 1 when there is nothing to carry.",
            [publication, columns, subject, preheader],
            DatabaseNeed.Current,
            async (session, cancel) =>
            {
                var issue = await session
                    .Stage<Composing>()
                    .ComposeAsync(
                        session.Get(publication),
                        Ids(session.Get(columns)),
                        session.Get(subject),
                        session.Get(preheader),
                        cancel
                    );
                var ids = issue.Columns.Select(column => column.ColumnId).ToList();
                session.Terminal.Result(
                    new JsonObject
                    {
                        ["id"] = issue.Id,
                        ["number"] = issue.Number,
                        ["columns"] = new JsonArray([.. ids.Select(id => JsonValue.Create(id))]),
                    },
                    $"Issue {issue.Id} composed: number {issue.Number} of {session.Get(publication)}, with column(s) {string.Join(", ", ids)}."
                );
                return Verb.Done;
            }
        );
    }

    private static List<int>? Ids(string? text) =>
        text is null ? null
        : Listed(text) is { Count: > 0 } ids ? ids
        : throw new Refusal(
            "--columns names no column; write it as --columns 3,1,7, or leave it out for all that wait."
        );

    private static List<int> Listed(string text) =>
        text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(id =>
                int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                    ? number
                    : throw new Refusal($"\"{id}\" is no column id; write them as --columns 3,1,7.")
            )
            .ToList();
}
