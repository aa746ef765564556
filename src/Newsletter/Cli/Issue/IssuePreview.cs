using System.CommandLine;
using System.Text.Json.Nodes;
using Newsletter.Review;

namespace Newsletter.Cli;

internal static class IssuePreview
{
    public static Command Command()
    {
        var id = IssueArgument.Id();
        var reader = new Option<string?>("--reader")
        {
            HelpName = "EMAIL",
            Description = "As this reader receives it; else a sample one.",
        };
        var mail = new WrittenMail();
        return Verb.Of(
            "preview",
            "Shows the text part, or writes what a reader receives to files.",
            [id, reader, .. mail.Options],
            DatabaseNeed.Current,
            async (session, cancel) =>
            {
                var message = await session.Stage<Preview>().OfAsync(session.Get(id), session.Get(reader), cancel);
                await mail.GiveAsync(session, new JsonObject { ["id"] = session.Get(id) }, message, cancel);
                return Verb.Done;
            }
        );
    }
}
