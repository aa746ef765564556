using System.Security.Cryptography;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Cli;

public sealed class BadInputSettingsTests
{
    [Theory]
    [InlineData("Relay__Port is \"abc\"", "Relay__Port=abc")]
    [InlineData("Relay__Port is 99999", "Relay__Host=localhost", "Relay__Port=99999")]
    [InlineData("Relay__Security is \"foo\"", "Relay__Host=localhost", "Relay__Security=foo")]
    [InlineData("Relays__0__Port is 99999", "Relays__0__Host=localhost", "Relays__0__Port=99999")]
    [InlineData(
        "Relays__1__Weight is missing, and Relay__Weight is 3",
        "Relay__Host=localhost",
        "Relay__Weight=3",
        "Relays__1__Host=localhost"
    )]
    [InlineData("Schedule__CatchUpHours is \"soon\"", "Schedule__CatchUpHours=soon")]
    [InlineData("Retention__Proof is \"for ever\"", "Retention__Proof=for ever")]
    [InlineData("Delivery__Retries is \"x\"", "Delivery__Retries=x")]
    [InlineData("Site__Url is \"foo\"", "Site__Url=foo")]
    [InlineData(
        "Columns__Shortcodes__encadre is \"quot\"; it is one of pull-quote, quote,",
        "Columns__Shortcodes__encadre=quot"
    )]
    [InlineData("Columns__Shortcodes__[pub] names no shortcode", "Columns__Shortcodes__[pub]=drop")]
    [InlineData("Columns__Shortcodes__my is \"\"", "Columns__Shortcodes__my__pub=drop")]
    [InlineData(
        "one shortcode as my-pub and as my_pub",
        "Columns__Shortcodes__my_pub=drop",
        "Columns__Shortcodes__my-pub=drop"
    )]
    [InlineData("Dkim__Selector is missing", "Dkim__Domain=example.org")]
    [InlineData("Database__Provider is \"x\"", "Database__Provider=x")]
    [InlineData("Database__ConnectionString cannot be read", "Database__ConnectionString=foo")]
    [InlineData(
        "Database__ConnectionString cannot be read",
        "Database__Provider=postgres",
        "Database__ConnectionString=Port=x"
    )]
    [InlineData(
        "127.0.0.1:1 cannot be used",
        "Database__Provider=postgres",
        "Database__ConnectionString=Host=127.0.0.1;Port=1;Database=x;Username=y"
    )]
    public async Task A_wrong_setting_is_named_before_anything_is_made(string why, params string[] settings)
    {
        await using var folder = new BadInputFolder();
        Said.Refused(await folder.RunAsync(settings, "publication", "list"), why);
        Assert.False(File.Exists(Path.Combine(folder.Data, "newsletter.db")));
    }

    [Fact]
    public async Task A_settings_file_that_is_no_JSON_is_named_with_its_line()
    {
        await using var folder = new BadInputFolder();
        var file = folder.File("appsettings.json", "{\n\"Relay\": }");
        Said.Refused(await folder.RunAsync([], "publication", "list"), file, "line 2");
    }

    [Theory]
    [InlineData(0, "does not exist")]
    [InlineData(1, "holds no RSA private key")]
    [InlineData(1024, "has 1024 bits")]
    public async Task A_DKIM_key_that_cannot_sign_stops_the_service_and_the_delivery_before_they_begin(
        int bits,
        string why
    )
    {
        await using var folder = await BadInputFolder.WithQueuedIssueAsync();
        if (bits > 0)
        {
            using var key = RSA.Create(Math.Max(bits, 512));
            folder.File("key.pem", bits == 1 ? "foo" : key.ExportRSAPrivateKeyPem());
        }

        string[] settings = ["Dkim__Domain=example.org", "Dkim__Selector=s1", "Dkim__KeyFile=key.pem"];
        Said.Refused(await folder.RunAsync(settings, "deliver", "--until-idle"), "key.pem", why);
        Said.Refused(await folder.RunAsync(settings, "serve", "--urls", "http://127.0.0.1:0"), "key.pem", why);
    }

    [Fact]
    public async Task A_relay_that_cannot_be_reached_leaves_the_issue_as_it_was()
    {
        await using var folder = await BadInputFolder.WithQueuedIssueAsync();
        var typed = await folder.RunAsync(["Relay__Host=127.0.0.1", "Relay__Port=1"], "deliver", "--until-idle");
        Said.Refused(typed, "The relay 127.0.0.1:1 refuses connections", "Relay__Port", "stays queued");
        Assert.Equal("queued", (string?)(await folder.TypeAsync("issue", "status", "1", "--json")).Json["state"]);
    }

    [Fact]
    public async Task A_login_that_is_refused_leaves_the_issue_as_it_was()
    {
        await using var folder = await BadInputFolder.WithQueuedIssueAsync();
        await using var smtp = SmtpServer.Start();
        smtp.Login = ("ada", "right");
        var typed = await folder.RunAsync(
            ["Relay__Host=127.0.0.1", $"Relay__Port={smtp.Port}", "Relay__User=ada", "Relay__Password=wrong"],
            "deliver",
            "--until-idle"
        );
        Said.Refused(typed, "refuses the login", "Relay__User and Relay__Password");
        Assert.DoesNotContain("wrong", typed.Error, StringComparison.Ordinal);
        Assert.Equal("queued", (string?)(await folder.TypeAsync("issue", "status", "1", "--json")).Json["state"]);
    }

    [Fact]
    public async Task A_delivery_folder_that_cannot_be_written_leaves_the_issue_as_it_was()
    {
        await using var folder = await BadInputFolder.WithQueuedIssueAsync();
        var file = folder.File("afile", "");
        var typed = await folder.RunAsync([$"Delivery__Folder={file}"], "deliver", "--until-idle");
        Said.Refused(typed, file, "Delivery__Folder");
        Assert.Equal("queued", (string?)(await folder.TypeAsync("issue", "status", "1", "--json")).Json["state"]);
    }
}
