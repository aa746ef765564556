using System.CommandLine;
using System.Text.Json.Nodes;
using Newsletter.Review;

namespace Newsletter.Cli;

internal static class IssueApprove
{
    public static Command Command()
    {
        var id = IssueArgument.Id();
        var by = new Option<string?>("--by") { HelpName = "NAME", Description = "Who stands for it." };
        return Verb.Of(
            "approve",
            "Freezes what goes out.",
            [id, by],
            DatabaseNeed.Current,
            async (session, cancel) =>
            {
                var report = await session
                    .Stage<Approval>()
                    .ApproveAsync(session.Get(id), session.Get(by) ?? "command line", cancel);
                foreach (var warning in report.Warnings)
                    session.Terminal.Note($"warning: {warning.What}");
                session.Terminal.Result(
                    new JsonObject { ["id"] = session.Get(id), ["state"] = "approved" },
                    $"Issue {session.Get(id)} approved; \"newsletter issue queue {session.Get(id)}\" lets it go."
                );
                return Verb.Done;
            }
        );
    }
}
