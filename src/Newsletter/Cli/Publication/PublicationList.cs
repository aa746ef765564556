using System.CommandLine;
using System.Text.Json.Nodes;
using Newsletter.Publications;

namespace Newsletter.Cli;

internal static class PublicationList
{
    public static Command Command() =>
        Verb.Of(
            "list",
            "Lists the publications.",
            [],
            DatabaseNeed.Current,
            async (session, cancel) =>
            {
                var all = await session.Stage<PublicationRegister>().ListAsync(cancel);
                session.Terminal.Result(
                    new JsonArray([.. all.Select(p => new JsonObject { ["slug"] = p.Slug, ["title"] = p.Title })]),
                    all.Select(p => $"{p.Slug}  {p.Title}  {p.EveryIssue.Schedule ?? "no schedule"}")
                        .DefaultIfEmpty("There is no publication yet; add one with \"newsletter publication add\".")
                );
                return Verb.Done;
            }
        );
}
