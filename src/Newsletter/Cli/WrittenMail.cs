using System.CommandLine;
using System.Text;
using System.Text.Json.Nodes;
using Newsletter.Review;

namespace Newsletter.Cli;

/// <summary>A mail that is shown, or written to the files that were asked for: the same for issues and service mails.</summary>
internal sealed class WrittenMail
{
    private readonly Option<string?> eml = File("--eml", "Write the whole message.");
    private readonly Option<string?> html = File("--html", "Write the HTML part.");
    private readonly Option<string?> text = File("--text", "Write the text part.");

    public IEnumerable<Symbol> Options => [eml, html, text];

    /// <param name="session">Whose files and terminal.</param>
    /// <param name="document">What stands in the result beside subject and files.</param>
    /// <param name="message">The mail.</param>
    /// <param name="cancel">Gives the wait up.</param>
    /// <exception cref="Refusal">A file cannot be written.</exception>
    public async Task GiveAsync(
        Session session,
        JsonObject document,
        PreviewedMessage message,
        CancellationToken cancel
    )
    {
        var written = new JsonArray();
        await WriteAsync(session.Get(eml), message.Bytes, written, cancel);
        await WriteAsync(session.Get(html), Encoding.UTF8.GetBytes(message.Html), written, cancel);
        await WriteAsync(session.Get(text), Encoding.UTF8.GetBytes(message.Text), written, cancel);
        document["subject"] = message.Subject;
        document["written"] = written;
        session.Terminal.Result(
            document,
            written.Count == 0
                ? [$"Subject: {message.Subject}", "", message.Text]
                : written.Select(path => $"Written: {path}")
        );
    }

    private static Option<string?> File(string name, string description) =>
        new(name) { HelpName = "FILE", Description = description };

    private static async Task WriteAsync(string? path, byte[] bytes, JsonArray written, CancellationToken cancel)
    {
        if (path is null)
            return;
        try
        {
            await System.IO.File.WriteAllBytesAsync(path, bytes, cancel);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new Refusal($"{path} cannot be written ({fault.Message.TrimEnd('.')}); name another file.", fault);
        }

        written.Add(JsonValue.Create(Path.GetFullPath(path)));
    }
}
