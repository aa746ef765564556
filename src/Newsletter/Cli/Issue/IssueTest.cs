using System.CommandLine;
using System.Text.Json.Nodes;
using Newsletter.Delivery.ServiceMails;

namespace Newsletter.Cli;

internal static class IssueTest
{
    public static Command Command()
    {
        var id = IssueArgument.Id();
        var to = new Option<string>("--to")
        {
            HelpName = "EMAIL",
            Description = "Where it goes; need not be a subscriber.",
            Required = true,
        };
        return Verb.Of(
            "test",
            "Sends the issue to one address, approved or not, with links that do not act.",
            [id, to],
            DatabaseNeed.Current,
            async (session, cancel) =>
            {
                var address = await session.Stage<TestMails>().AskAsync(session.Get(id), session.Get(to) ?? "", cancel);
                session.Terminal.Result(
                    new JsonObject { ["id"] = session.Get(id), ["to"] = address.Value },
                    $"A test of issue {session.Get(id)} to {address} is queued; a running \"newsletter serve\", or \"newsletter deliver\", sends it."
                );
                return Verb.Done;
            }
        );
    }
}
