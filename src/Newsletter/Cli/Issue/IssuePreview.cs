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
            Description = "As this reader receives it, with links that do not act; else a sample one.",
        };
        var link = new Option<bool>("--link")
        {
            Description = "Print an address where the service shows it, for a day.",
        };
        var pictures = new Option<bool>("--with-pictures")
        {
            Description = "Put the pictures into the file of --html, to look at it where the site is not running.",
        };
        var mail = new WrittenMail();
        return Verb.Of(
            "preview",
            "Shows the text part, or writes what a reader receives to files.",
            [id, reader, link, pictures, .. mail.Options],
            DatabaseNeed.Current,
            async (session, cancel) =>
            {
                if (session.Get(link))
                    return await LinkAsync(session, session.Get(id), session.Get(reader), cancel);
                var message = await session.Stage<Preview>().OfAsync(session.Get(id), session.Get(reader), cancel);
                var page = session.Get(pictures)
                    ? await session.Stage<OfflinePictures>().PutIntoAsync(message.Html, message.SiteUrl, cancel)
                    : message.Html;
                var document = new JsonObject { ["id"] = session.Get(id) };
                await mail.GiveAsync(session, document, message with { Html = page }, cancel);
                return Verb.Done;
            }
        );
    }

    private static async Task<int> LinkAsync(Session session, int id, string? reader, CancellationToken cancel)
    {
        var address = await session.Stage<PreviewLinks>().LinkAsync(id, reader, cancel);
        session.Terminal.Result(new JsonObject { ["id"] = id, ["link"] = address }, [address]);
        return Verb.Done;
    }
}
