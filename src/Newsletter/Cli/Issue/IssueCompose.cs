using System.CommandLine;
using System.Text.Json.Nodes;
using Newsletter.Delivery;
using Newsletter.Delivery.Audiences;
using Newsletter.Issues;
using Newsletter.Publications;

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
        var edition = new Option<string?>("--edition")
        {
            HelpName = string.Join('|', Edition.Rhythms),
            Description = "For readers of this rhythm; a slower one gathers what the issues have carried.",
        };
        var audience = new Option<string?>("--audience")
        {
            HelpName = "SEGMENT",
            Description = "Only readers in it, such as \"language is fr and did not receive issue 12\".",
        };
        return Verb.Of(
            "compose",
            "Makes a draft of the columns not yet carried; status 1 when there is nothing to carry.",
            [publication, columns, subject, preheader, edition, audience],
            DatabaseNeed.Current,
            async (session, cancel) =>
            {
                var slug = session.Get(publication);
                var wish = new IssueWish(slug)
                {
                    Columns = Ids(session.Get(columns)),
                    Subject = session.Get(subject),
                    Preheader = session.Get(preheader),
                    Rhythm = session.Get(edition) ?? Edition.Every,
                    Segment = session.Get(audience) is { } text
                        ? await session.Stage<SegmentReaders>().CheckedAsync(slug, text, cancel)
                        : null,
                };
                var issue = await session.Stage<Composing>().ComposeAsync(wish, cancel);
                var readers = (await session.Stage<IssueStatuses>().OfAsync(issue.Id, cancel)).Expected;
                var ids = issue.Columns.Select(column => column.ColumnId).ToList();
                session.Terminal.Result(
                    new JsonObject
                    {
                        ["id"] = issue.Id,
                        ["number"] = issue.Number,
                        ["columns"] = new JsonArray([.. ids.Select(id => JsonValue.Create(id))]),
                        ["segment"] = issue.Segment,
                        ["readers"] = readers,
                    },
                    $"Issue {issue.Id} composed: number {issue.Number} of {slug}, with column(s) {string.Join(", ", ids)}, for about {readers} reader(s){(issue.Segment is null ? "" : $" in: {issue.Segment}")}."
                );
                return Verb.Done;
            }
        );
    }

    private static IReadOnlyList<int>? Ids(string? text) =>
        text is null ? null
        : ColumnIds.Parse(text, "--columns 3,1,7") is { Count: > 0 } ids ? ids
        : throw new Refusal(
            "--columns names no column; write it as --columns 3,1,7, or leave it out for all that wait."
        );
}
