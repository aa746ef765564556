using System.Text.RegularExpressions;
using MimeKit;
using Newsletter.Tests.Rendering;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Cli;

/// <summary>A preview for one reader is what this reader is sent, but for links that must not act.</summary>
public sealed partial class PreviewReaderTests : IDisposable
{
    private readonly TemplateCopy templates = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("<p>Dear {{ reader.name | object.default 'reader' }}</p>")]
    [InlineData("<p>{{ if reader.name }}Dear {{ reader.name }}, <b>you</b>{{ else }}Hello{{ end }}</p>")]
    public async Task What_a_preview_shows_is_what_the_reader_is_sent_but_for_the_link_to_leave(string greeting)
    {
        await using var folder = await IssueAsync(greeting);
        await DoneAsync(folder, "issue", "approve", "1");

        await DoneAsync(folder, "issue", "preview", "1", "--reader", "ZOE@example.org", "--eml", folder.In("p.eml"));
        await DoneAsync(folder, "issue", "queue", "1");
        await DoneAsync(folder, "deliver", "--until-idle");

        var previewed = await ReadAsync(folder.In("p.eml"));
        var sent = await SentAsync(folder, "zoe@example.org");
        Assert.NotEqual(Link(sent), Link(previewed));
        Assert.Contains("Dear Zoé", sent.HtmlBody, StringComparison.Ordinal);
        Assert.Equal(Masked(sent.HtmlBody), Masked(previewed.HtmlBody));
        Assert.Equal(Masked(sent.TextBody), Masked(previewed.TextBody));
        Assert.Equal(Fields(sent), Fields(previewed));
    }

    [Fact]
    public async Task The_link_of_a_preview_opens_its_page_and_withdraws_nobody()
    {
        await using var app = await NewsletterApp.StartAsync();
        foreach (var words in Setup(app.Folder.In("lamp.md")))
            await app.TypeAsync(words);
        await app.TypeAsync("issue", "preview", "1", "--reader", "zoe@example.org", "--eml", app.Folder.In("p.eml"));
        var link = new Uri(app.Root, new Uri(Link(await ReadAsync(app.Folder.In("p.eml")))).AbsolutePath);

        using var page = await app.Browser.GetAsync(link, Cancel);
        using var content = new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]);
        using var left = await app.Browser.PostAsync(link, content, Cancel);

        Assert.True(page.IsSuccessStatusCode);
        Assert.True(left.IsSuccessStatusCode);
        var shown = (await app.TypeAsync("subscriber", "show", "zoe@example.org", "--json")).Json;
        Assert.Equal("active", (string?)shown["subscriptions"]![0]!["state"]);
    }

    [Fact]
    public async Task The_page_of_a_link_shows_the_chosen_reader_and_nobody_else()
    {
        await using var app = await NewsletterApp.StartAsync();
        foreach (var words in Setup(app.Folder.In("lamp.md")))
            await app.TypeAsync(words);
        var zoe = await LinkAsync(app, "1", "--reader", "zoe@example.org");
        var token = zoe.AbsolutePath.Split('/')[^1];
        await app.TypeAsync("issue", "preview", "1", "--reader", "zoe@example.org", "--html", app.Folder.In("z.html"));
        var mail = await app.Browser.GetStringAsync(new Uri($"{zoe}/mail"), Cancel);

        Assert.Equal(await File.ReadAllTextAsync(app.Folder.In("z.html"), Cancel), mail);
        var other = await OtherIssueAsync(app);
        foreach (var forged in new[] { other + token[34..], zoe.AbsoluteUri[..^2], zoe.AbsoluteUri + "A" })
        {
            using var answer = await app.Browser.GetAsync(new Uri(forged), Cancel);
            Assert.Equal(System.Net.HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    // The reader's half of a link opens nothing but the issue it was made for.
    private static async Task<Uri> OtherIssueAsync(NewsletterApp app)
    {
        var file = app.Folder.In("bench.md");
        await File.WriteAllTextAsync(file, "# The bench\n\nIt was wet.\n", Cancel);
        await app.TypeAsync("column", "add", file, "--publication", "lamps");
        await app.TypeAsync("issue", "compose", "--publication", "lamps");
        return await LinkAsync(app, issue: "2");
    }

    [Theory]
    [InlineData("nobody@example.org", "no reader of this issue's publication")]
    [InlineData("nobody", "nobody")]
    public async Task A_reader_who_is_none_is_refused_for_files_and_for_links(string reader, string why)
    {
        await using var folder = await IssueAsync("");

        Said.Refused(await TypeAsync(folder, "issue", "preview", "1", "--reader", reader), why);
        Said.Refused(await TypeAsync(folder, "issue", "preview", "1", "--reader", reader, "--link"), why);
    }

    public void Dispose() => templates.Dispose();

    private async Task<BadInputFolder> IssueAsync(string greeting)
    {
        var issue = templates.In("default", "issue.html");
        var text = await File.ReadAllTextAsync(issue, Cancel);
        var include = text.IndexOf("{{ include \"columns\"", StringComparison.Ordinal);
        await File.WriteAllTextAsync(issue, text.Insert(Math.Max(0, include), greeting), Cancel);
        var folder = new BadInputFolder();
        foreach (var words in Setup(folder.In("lamp.md")))
            await DoneAsync(folder, words);
        return folder;
    }

    private static string[][] Setup(string file)
    {
        File.WriteAllText(file, "# The lamp\n\nIt was lit at five.\n");
        return
        [
            ["publication", "add", "lamps", "--title", "Lamps", "--from", "Lamps <lamps@example.org>"],
            ["column", "add", file, "--publication", "lamps"],
            .. new[] { ("zoe@example.org", "Zoé"), ("ada@example.org", "Ada") }.Select(reader =>
                (string[])
                    [
                        "subscriber",
                        "add",
                        reader.Item1,
                        "--name",
                        reader.Item2,
                        "--publication",
                        "lamps",
                        "--confirmed",
                        "--consent",
                        "paper",
                    ]
            ),
            ["issue", "compose", "--publication", "lamps"],
        ];
    }

    private Task<Typed> TypeAsync(BadInputFolder folder, params string[] words) =>
        folder.TypeAsync([.. words, "--templates", templates.Path]);

    private Task<Typed> DoneAsync(BadInputFolder folder, params string[] words) =>
        folder.DoneAsync([.. words, "--templates", templates.Path]);

    private static async Task<Uri> LinkAsync(NewsletterApp app, string issue, params string[] more)
    {
        var given = await app.TypeAsync(["issue", "preview", issue, "--link", "--json", .. more]);
        return new Uri(app.Root, new Uri((string)given.Json["link"]!).AbsolutePath);
    }

    private static async Task<MimeMessage> SentAsync(BadInputFolder folder, string address)
    {
        foreach (var file in Directory.GetFiles(Path.Combine(folder.Data, "outbox"), "*.eml"))
            if (await ReadAsync(file) is var mail && mail.To.Mailboxes.Single().Address == address)
                return mail;
        throw new InvalidOperationException($"Nothing was sent to {address}.");
    }

    private static Task<MimeMessage> ReadAsync(string path) => MimeMessage.LoadAsync(path, Cancel);

    private static string Link(MimeMessage mail) => Links().Match(mail.Headers["List-Unsubscribe"] ?? "").Value;

    private static string Masked(string? body) => Links().Replace(body ?? "", "LINK");

    private static IEnumerable<string> Fields(MimeMessage mail) =>
        mail
            .Headers.Where(field => field.Id is not (HeaderId.MessageId or HeaderId.Date or HeaderId.ContentType))
            .Select(field => $"{field.Field}: {Masked(field.Value)}");

    [GeneratedRegex(
        "https?://[^>\"\\s]+/(unsubscribe|preferences)/[A-Za-z0-9_-]{34}",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Links();
}
