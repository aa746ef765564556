using System.Net;
using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Data.Sqlite;
using Microsoft.Playwright;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Flow;

/// <summary>
/// A reader from the first form to erasure, on a phone, on the real host, by the links of the mails that really come.
/// Each mail is followed by a scanner first, as mail providers do.
/// </summary>
public sealed partial class ReaderLifeTests(Browser browser)
{
    private const int Phone = 360;
    private const string Reader = "ada@example.net";

    private static readonly string[] s_tables =
    [
        "subscribers",
        "subscriptions",
        "consents",
        "suppressions",
        "leaving_reasons",
        "chosen_authors",
        "subscriber_fields",
        "subscriber_tags",
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_reader_signs_up_confirms_chooses_leaves_comes_back_and_is_erased()
    {
        await using var app = await NewsletterApp.StartAsync();
        await PrepareAsync(app);
        var page = await browser.VisitAsync(new Uri(app.Root, "lamps/subscribe"), Phone);
        await LookAsync(page);
        app.Clock.Advance(TimeSpan.FromSeconds(5));
        await page.FillAsync("input[name=email]", Reader);
        await page.FillAsync("input[name=name]", "Ada");
        await PressAsync(page, "form button");
        Assert.Empty(await StateAsync(app, "active"));

        await GoAsync(app, page, await MailAsync(app, "confirm/"), "confirm/");
        await PressAsync(page, "form button");
        Assert.Equal([Reader], await StateAsync(app, "active"));
        await MailAsync(app, "is confirmed");

        var issue = await SendAsync(app);
        await GoAsync(app, page, issue, "preferences/");
        await page.FillAsync("input[name=name]", "Ada Lovelace");
        await page.SelectOptionAsync("select[name=language]", "fr");
        await PressAsync(page, "form:not([action]) button");
        Assert.Equal("Ada Lovelace", await page.InputValueAsync("input[name=name]"));
        Assert.Equal("fr", await page.GetAttributeAsync("html", "lang"));

        await GoAsync(app, page, issue, "unsubscribe/");
        await PressAsync(page, "form button");
        Assert.Equal([Reader], await StateAsync(app, "unsubscribed"));
        await page.CheckAsync("input[name=reason][value=too-many]");
        await page.FillAsync("textarea[name=words]", "Too many lamps.");
        await PressAsync(page, "form:has(textarea) button");
        await PressAsync(page, "form[action*=undo] button");
        Assert.Equal([Reader], await StateAsync(app, "active"));

        await GoAsync(app, page, issue, "preferences/");
        await PressAsync(page, "form[action*=own-data] button");
        await GoAsync(app, page, await MailAsync(app, "my-data/"), "my-data/");
        var held = await page.InnerTextAsync("article");
        Assert.Contains("Je reçois trop de courriels · Too many lamps.", held, StringComparison.Ordinal);
        using var record = await app.Browser.GetAsync(new Uri(page.Url + ".json"), Cancel);
        Assert.Contains(Reader, await record.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);

        await page.ClickAsync("a[href$='/erase']");
        await LookAsync(page);
        await PressAsync(page, "form button");
        Assert.DoesNotContain(Reader, Everything(app), StringComparison.OrdinalIgnoreCase);
        await GoAsync(app, page, issue, "unsubscribe/");
        await page.Context.CloseAsync();
    }

    private static async Task PrepareAsync(NewsletterApp app)
    {
        await app.TypeAsync(
            "publication",
            "add",
            "lamps",
            "--title",
            "Lamps",
            "--from",
            "Lamps <lamps@example.org>",
            "--welcome",
            "on"
        );
        var file = app.Folder.In("lamp.md");
        await File.WriteAllTextAsync(file, "# A lamp in the window\n\nThe lamp was lit at five.\n", Cancel);
        await app.TypeAsync("column", "add", file, "--publication", "lamps");
    }

    private static async Task<MimeKit.MimeMessage> SendAsync(NewsletterApp app)
    {
        await app.TypeAsync("issue", "compose", "--publication", "lamps");
        await app.TypeAsync("issue", "approve", "1");
        await app.TypeAsync("issue", "queue", "1");
        return await MailAsync(app, "The lamp was lit at five.");
    }

    /// <summary>The last mail that says so, once it has come; and a scanner has followed its links.</summary>
    private static async Task<MimeKit.MimeMessage> MailAsync(NewsletterApp app, string says)
    {
        MimeKit.MimeMessage? Found() =>
            app
                .Smtp.Mails.Where(mail => mail.Recipient == Reader)
                .Select(mail => MimeKit.MimeMessage.Load(new MemoryStream(mail.Bytes), Cancel))
                .LastOrDefault(mail => mail.TextBody!.Contains(says, StringComparison.Ordinal));
        await app.UntilAsync(() => Task.FromResult(Found() is not null), $"a mail has come that says {says}");
        var mail = Found()!;
        var before = Everything(app);
        foreach (var link in LinksOf(mail))
        {
            foreach (var method in new[] { HttpMethod.Get, HttpMethod.Head })
            {
                using var request = new HttpRequestMessage(method, At(app, link));
                using var answer = await app.Browser.SendAsync(request, Cancel);
                Assert.Equal((link, HttpStatusCode.OK), (link, answer.StatusCode));
            }
        }

        Assert.Equal(before, Everything(app));
        return mail;
    }

    private static IEnumerable<Uri> LinksOf(MimeKit.MimeMessage mail) =>
        Link()
            .Matches($"{mail.Headers["List-Unsubscribe"]} {mail.TextBody} {mail.HtmlBody}")
            .Select(found => new Uri(WebUtility.HtmlDecode(found.Value)))
            .Distinct();

    private static Uri At(NewsletterApp app, Uri link) => new(app.Root, link.PathAndQuery);

    private static async Task GoAsync(NewsletterApp app, IPage page, MimeKit.MimeMessage mail, string path)
    {
        var link = LinksOf(mail).First(link => link.AbsolutePath.Contains($"/{path}", StringComparison.Ordinal));
        await page.GotoAsync(At(app, link).AbsoluteUri);
        await LookAsync(page);
    }

    private static async Task PressAsync(IPage page, string button)
    {
        var address = page.Url;
        var answer = await page.RunAndWaitForResponseAsync(
            () => page.ClickAsync(button),
            response => response.Request.Method == "POST"
        );
        Assert.True(answer.Status is >= 200 and < 300, $"{address}: {button} is answered by {answer.Status}.");
        await LookAsync(page);
    }

    private static async Task LookAsync(IPage page)
    {
        var found = await page.RunAxe();
        Assert.Empty(found.Violations.Select(violation => $"{page.Url} {violation.Id}: {violation.Help}"));
        var room = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        Assert.True(room <= Phone, $"{page.Url} is {room} pixels wide.");
        Assert.Empty(await page.Context.CookiesAsync());
    }

    private static async Task<List<string?>> StateAsync(NewsletterApp app, string state) =>
        [
            .. (await app.TypeAsync("subscriber", "list", "--publication", "lamps", "--state", state, "--json"))
                .Json.AsArray()
                .Select(reader => (string?)reader?["email"]),
        ];

    /// <summary>All that is kept of readers, as text.</summary>
    private static string Everything(NewsletterApp app)
    {
        using var connection = new SqliteConnection($"Data Source={app.Folder.In("newsletter.db")}");
        connection.Open();
        var text = new StringWriter();
        foreach (var table in s_tables)
        {
            using var command = connection.CreateCommand();
            command.CommandText = $"SELECT * FROM {table}";
            using var rows = command.ExecuteReader();
            while (rows.Read())
            {
                text.Write(table);
                for (var i = 0; i < rows.FieldCount; i++)
                    text.Write($" {rows.GetValue(i)}");
                text.WriteLine();
            }
        }

        return text.ToString();
    }

    [GeneratedRegex("http://127[^\\s\"<>]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();
}
