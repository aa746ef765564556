using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Flow;

/// <summary>The main job, on the real host.</summary>
public sealed partial class FromFileToLeavingTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_column_in_a_file_reaches_every_reader_at_the_hour_and_a_member_leaves_by_the_link_in_it()
    {
        await using var app = await NewsletterApp.StartAsync();
        var slot = app.Clock.GetUtcNow().AddMinutes(3);
        await PrepareAsync(app, slot);

        await app.UntilAsync(() => Task.FromResult(app.Smtp.Mails.Count == 3), "three readers have received the issue");
        Assert.True(app.Clock.GetUtcNow() >= slot.AddSeconds(-slot.Second), "It went before its hour.");
        await app.UntilAsync(async () => await StateAsync(app, 1) == "sent", "the issue counts as sent");

        var mail = MimeKit.MimeMessage.Load(
            new MemoryStream(app.Smtp.Mails.Single(mail => mail.Recipient == "bo@example.net").Bytes),
            Cancel
        );
        Assert.Equal("A lamp in the window", mail.Subject);
        Assert.Contains("The lamp was lit at five.", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("The lamp was lit at five.", mail.HtmlBody, StringComparison.Ordinal);
        await LeaveAsync(app, mail);

        await AddColumnAsync(app, "second.md", "A second lamp");
        app.Clock.Advance(slot.AddDays(1).AddMinutes(-2) - app.Clock.GetUtcNow());
        await app.UntilAsync(
            () => Task.FromResult(app.Smtp.Mails.Count >= 5),
            "the two who stayed have received the next issue"
        );
        await app.UntilAsync(async () => await StateAsync(app, 2) == "sent", "the second issue counts as sent");
        Assert.DoesNotContain(app.Smtp.Mails.Skip(3), received => received.Recipient == "bo@example.net");
        Assert.Equal(5, app.Smtp.Mails.Count);
    }

    private static async Task PrepareAsync(NewsletterApp app, DateTimeOffset slot)
    {
        var cron = string.Create(CultureInfo.InvariantCulture, $"0 {slot.Minute} {slot.Hour} * * ?");
        await app.TypeAsync(
            "publication",
            "add",
            "lamps",
            "--title",
            "Lamps",
            "--from",
            "Lamps <lamps@example.org>",
            "--schedule",
            cron
        );
        await AddColumnAsync(app, "first.md", "A lamp in the window");
        foreach (var reader in new[] { "ada@example.net", "bo@example.net", "cy@example.net" })
            await app.TypeAsync(
                "subscriber",
                "add",
                reader,
                "--publication",
                "lamps",
                "--confirmed",
                "--consent",
                "said so at the fair"
            );
    }

    private static async Task AddColumnAsync(NewsletterApp app, string name, string title)
    {
        var file = app.Folder.In(name);
        await File.WriteAllTextAsync(
            file,
            $"# {title}\n\nThe lamp was lit at five. Nobody said why, and nobody needed to ask.\n",
            Cancel
        );
        await app.TypeAsync("column", "add", file, "--publication", "lamps");
    }

    private static async Task<string> StateAsync(NewsletterApp app, int issue) =>
        (string?)
            (await app.TypeAsync("issue", "status", issue.ToString(CultureInfo.InvariantCulture), "--json")).Json[
                "state"
            ]
        ?? "";

    /// <summary>A scanner follows the link first; then the mail program posts, as RFC 8058 says.</summary>
    private static async Task LeaveAsync(NewsletterApp app, MimeKit.MimeMessage mail)
    {
        var link = new Uri(
            app.Root,
            new Uri(Bracketed().Match(mail.Headers["List-Unsubscribe"] ?? "").Groups["url"].Value).AbsolutePath
        );
        Assert.Equal("List-Unsubscribe=One-Click", mail.Headers["List-Unsubscribe-Post"]);
        using var scanned = await app.Browser.GetAsync(link, Cancel);
        Assert.Equal(HttpStatusCode.OK, scanned.StatusCode);
        Assert.Equal(3, await ActiveAsync(app));

        using var form = new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]);
        using var left = await app.Browser.PostAsync(link, form, Cancel);
        Assert.Equal(HttpStatusCode.OK, left.StatusCode);
        Assert.Equal(2, await ActiveAsync(app));
    }

    private static async Task<int> ActiveAsync(NewsletterApp app) =>
        (await app.TypeAsync("subscriber", "list", "--publication", "lamps", "--state", "active", "--json"))
            .Json.AsArray()
            .Count;

    [GeneratedRegex("<(?<url>http[^>]+)>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Bracketed();
}
