using System.Net;
using System.Text.RegularExpressions;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Flow;

/// <summary>A reader comes and goes, on the real host, by what stands on pages and in mails alone.</summary>
public sealed partial class FromSignUpToLeavingTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_reader_signs_up_confirms_is_welcomed_and_leaves_and_scanners_change_nothing()
    {
        await using var app = await NewsletterApp.StartAsync();
        await app.TypeAsync("publication", "add", "lamps", "--title", "Lamps", "--from", "Lamps <lamps@example.org>");
        await app.TypeAsync("publication", "set", "lamps", "--welcome", "on");
        await SignUpAsync(app);

        await app.UntilAsync(() => Task.FromResult(app.Smtp.Mails.Count == 1), "the confirmation has come");
        var confirm = Link(app, app.Smtp.Mails.First().Bytes, "/confirm/");
        await ScanAsync(app);
        Assert.Equal("pending", await StateAsync(app));
        using var confirmed = await app.Browser.PostAsync(confirm, null, Cancel);
        Assert.Equal(HttpStatusCode.OK, confirmed.StatusCode);
        Assert.Equal("active", await StateAsync(app));

        await app.UntilAsync(() => Task.FromResult(app.Smtp.Mails.Count == 2), "the welcome has come");
        await ScanAsync(app);
        Assert.Equal("active", await StateAsync(app));
        var leave = Link(app, app.Smtp.Mails.Last().Bytes, "/unsubscribe/");
        using var left = await app.Browser.PostAsync(leave, null, Cancel);
        Assert.Equal("unsubscribed", await StateAsync(app));
    }

    private static async Task SignUpAsync(NewsletterApp app)
    {
        var page = new Uri(app.Root, "/lamps/subscribe");
        var fields = Web.ReaderForms.Fields(await app.Browser.GetStringAsync(page, Cancel));
        fields["email"] = "ada@example.net";
        app.Clock.Advance(TimeSpan.FromSeconds(3));
        using var form = new FormUrlEncodedContent(fields);
        using var asked = await app.Browser.PostAsync(page, form, Cancel);
        Assert.Equal(HttpStatusCode.OK, asked.StatusCode);
    }

    /// <summary>What mail providers do with every link of every mail.</summary>
    private static async Task ScanAsync(NewsletterApp app)
    {
        foreach (var mail in app.Smtp.Mails)
        {
            foreach (var path in Paths(mail.Bytes))
            {
                foreach (var method in new[] { HttpMethod.Head, HttpMethod.Get })
                {
                    using var answer = await app.Browser.SendAsync(new(method, new Uri(app.Root, path)), Cancel);
                    Assert.NotEqual(HttpStatusCode.InternalServerError, answer.StatusCode);
                }
            }
        }
    }

    private static Uri Link(NewsletterApp app, byte[] mail, string path) =>
        new(app.Root, Paths(mail).First(found => found.StartsWith(path, StringComparison.Ordinal)));

    private static IEnumerable<string> Paths(byte[] bytes)
    {
        var mail = MimeKit.MimeMessage.Load(new MemoryStream(bytes), Cancel);
        return Own().Matches(mail.TextBody + mail.HtmlBody).Select(match => match.Groups["path"].Value).Distinct();
    }

    private static async Task<string> StateAsync(NewsletterApp app) =>
        (string?)(await app.TypeAsync("subscriber", "list", "--publication", "lamps", "--json")).Json[0]!["state"]
        ?? "";

    [GeneratedRegex(
        @"http://127\.0\.0\.1:5080(?<path>/[^\s""<>]+)",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Own();
}
