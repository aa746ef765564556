using System.Globalization;
using MimeKit;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Delivery.ServiceMails;

/// <summary>A test of an issue, by the program as it was built.</summary>
public sealed class TestMailTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("newsletter-test-mail-").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_draft_goes_to_the_outbox_as_its_readers_would_get_it_and_counts_for_nobody()
    {
        var program = new BuiltProgram(folder, new Dictionary<string, string>(StringComparer.Ordinal));
        await ComposeAsync(program);
        var asked = await program.DoneAsync("issue", "test", "1", "--to", "Editor@Example.net");
        Assert.Equal("Editor@Example.net", (string?)asked["to"]);
        Assert.Equal(1, (int?)(await program.DoneAsync("deliver", "--until-idle"))["sent"]);

        var file = Assert.Single(
            Directory.GetFiles(Path.Combine(folder, "data", "outbox"), "*.eml", SearchOption.AllDirectories)
        );
        var mail = await MimeMessage.LoadAsync(file, Cancel);
        Assert.Equal("A lamp in the window", mail.Subject);
        Assert.Equal("Editor@example.net", Assert.Single(mail.To.Mailboxes).Address);
        Assert.Equal("yes", mail.Headers["X-Newsletter-Test"]);
        Assert.Contains(":test:", mail.Headers["Feedback-ID"], StringComparison.Ordinal);
        Assert.Contains("/unsubscribe/", mail.Headers["List-Unsubscribe"], StringComparison.Ordinal);
        Assert.Contains("The lamp was lit at five.", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("The lamp was lit at five.", mail.HtmlBody, StringComparison.Ordinal);
        var status = await program.DoneAsync("issue", "status", "1");
        Assert.Equal(("draft", 0), ((string?)status["state"], (int?)status["audience"]));
    }

    [Theory, OnBothDatabases]
    public async Task An_approved_issue_goes_by_the_relay_as_it_was_frozen(Provider provider)
    {
        await using var smtp = SmtpServer.Start();
        var program = new BuiltProgram(folder, await SettingsAsync(provider, smtp));
        await ComposeAsync(program);
        await program.DoneAsync("issue", "approve", "1");
        await program.DoneAsync("publication", "set", "lamps", "--title", "Another title");
        await program.DoneAsync("issue", "test", "1", "--to", "editor@example.net");
        await program.DoneAsync("deliver", "--until-done");
        var received = Assert.Single(smtp.Mails);
        Assert.Equal("editor@example.net", received.Recipient);
        Assert.Contains("List-Id: Lamps <lamps.example.org>", received.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Another title", received.Text, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static async Task<Dictionary<string, string>> SettingsAsync(Provider provider, SmtpServer smtp)
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Relay__Host"] = "127.0.0.1",
            ["Relay__Port"] = smtp.Port.ToString(CultureInfo.InvariantCulture),
        };
        if (provider is Provider.Postgres)
        {
            settings["Database__Provider"] = "postgres";
            settings["Database__ConnectionString"] = await PostgresCluster.NewDatabaseAsync();
        }

        return settings;
    }

    private async Task ComposeAsync(BuiltProgram program)
    {
        await program.DoneAsync(
            "publication",
            "add",
            "lamps",
            "--title",
            "Lamps",
            "--from",
            "Lamps <lamps@example.org>"
        );
        var file = Path.Combine(folder, "lamp.md");
        await File.WriteAllTextAsync(
            file,
            "# A lamp in the window\n\nThe lamp was lit at five. Nobody asked.\n",
            Cancel
        );
        await program.DoneAsync("column", "add", file, "--publication", "lamps");
        await program.DoneAsync("issue", "compose", "--publication", "lamps");
    }
}
