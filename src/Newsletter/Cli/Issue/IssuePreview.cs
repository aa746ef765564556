using System.CommandLine;
using System.Text;
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
        var eml = new Option<string?>("--eml") { HelpName = "FILE", Description = "Write the whole message." };
        var html = new Option<string?>("--html") { HelpName = "FILE", Description = "Write the HTML part." };
        var text = new Option<string?>("--text") { HelpName = "FILE", Description = "Write the text part." };
        var pictures = new Option<bool>("--with-pictures")
        {
            Description = "Put the pictures into the file of --html, to look at it where the site is not running.",
        };
        return Verb.Of(
            "preview",
            "Shows the text part, or writes what a reader receives to files.",
            [id, reader, eml, html, text, pictures],
            DatabaseNeed.Current,
            async (session, cancel) =>
            {
                var message = await session.Stage<Preview>().OfAsync(session.Get(id), session.Get(reader), cancel);
                var written = new JsonArray();
                await WriteAsync(session.Get(eml), message.Bytes, written, cancel);
                var page = session.Get(pictures)
                    ? await session.Stage<OfflinePictures>().PutIntoAsync(message.Html, message.SiteUrl, cancel)
                    : message.Html;
                await WriteAsync(session.Get(html), Encoding.UTF8.GetBytes(page), written, cancel);
                await WriteAsync(session.Get(text), Encoding.UTF8.GetBytes(message.Text), written, cancel);
                session.Terminal.Result(
                    new JsonObject
                    {
                        ["id"] = session.Get(id),
                        ["subject"] = message.Subject,
                        ["written"] = written,
                    },
                    written.Count == 0
                        ? [$"Subject: {message.Subject}", "", message.Text]
                        : written.Select(path => $"Written: {path}")
                );
                return Verb.Done;
            }
        );
    }

    private static async Task WriteAsync(string? path, byte[] bytes, JsonArray written, CancellationToken cancel)
    {
        if (path is null)
            return;
        try
        {
            await File.WriteAllBytesAsync(path, bytes, cancel);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new Refusal($"{path} cannot be written ({fault.Message.TrimEnd('.')}); name another file.", fault);
        }

        written.Add(JsonValue.Create(Path.GetFullPath(path)));
    }
}
