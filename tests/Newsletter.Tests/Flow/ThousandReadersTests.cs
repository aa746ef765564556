using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Flow;

/// <summary>The built program, a thousand readers, Debian's smtp-sink, and a verifier of signatures that is not ours.</summary>
public sealed partial class ThousandReadersTests : IDisposable
{
    private const int Readers = 1000;

    private readonly string folder = Directory.CreateTempSubdirectory("newsletter-flow-").FullName;

    private static string Column => TestData.PathOf("columns/bluekiwi-et-instagram.txt");

    /// <summary>The longest word of its body that is plain ASCII, so that it stands in the encoded message as it is.</summary>
    private static string WordOfTheColumn { get; } =
        AsciiWord()
            .Matches(string.Concat(File.ReadLines(Column).Skip(5)))
            .Select(match => match.Value)
            .MaxBy(word => word.Length)
        ?? "";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task A_real_column_reaches_a_thousand_readers_signed_each_with_a_link_of_their_own(Provider provider)
    {
        await using var sink = await SmtpSink.StartAsync();
        using var key = RSA.Create(2048);
        var program = new BuiltProgram(folder, await SettingsAsync(provider, sink, key));
        await QueueAsync(program);

        var delivered = await program.DoneAsync("deliver", "--until-idle");

        Assert.Equal(Readers, (int?)delivered["sent"]);
        var status = await program.DoneAsync("issue", "status", "1");
        Assert.Equal("sent", (string?)status["state"]);
        Assert.Equal(Readers, (int?)status["audience"]);
        Assert.Equal(
            Readers,
            new[] { "queued", "sending", "sent", "failed", "unknown", "withdrawn" }.Sum(state => (int?)status[state])
        );
        var links = CheckMessages(sink);
        await CheckSignaturesAsync(sink, key);
        await LeaveAsync(program, links[0]);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private async Task<Dictionary<string, string>> SettingsAsync(Provider provider, SmtpSink sink, RSA key)
    {
        var keyFile = Path.Combine(folder, "dkim.pem");
        await File.WriteAllTextAsync(keyFile, key.ExportPkcs8PrivateKeyPem(), Cancel);
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Relay__Host"] = "127.0.0.1",
            ["Relay__Port"] = sink.Port.ToString(CultureInfo.InvariantCulture),
            ["Dkim__Domain"] = "example.org",
            ["Dkim__Selector"] = "news1",
            ["Dkim__KeyFile"] = keyFile,
            ["Site__Url"] = "https://news.example.org",
        };
        if (provider is Provider.Postgres)
        {
            settings["Database__Provider"] = "postgres";
            settings["Database__ConnectionString"] = await PostgresCluster.NewDatabaseAsync();
        }

        return settings;
    }

    private async Task QueueAsync(BuiltProgram program)
    {
        var readers = Path.Combine(folder, "readers.csv");
        var rows = Enumerable
            .Range(1, Readers)
            .Select(i => string.Create(CultureInfo.InvariantCulture, $"reader{i}@example.net,Zoé n° {i}"));
        await File.WriteAllLinesAsync(readers, ["email,name", .. rows], Cancel);
        await program.DoneAsync(
            "publication",
            "add",
            "cloud",
            "--title",
            "Le Cloud",
            "--from",
            "Le Cloud <lettre@example.org>",
            "--language",
            "fr"
        );
        var columns = await program.DoneAsync("column", "add", Column, "--publication", "cloud");
        Assert.Single(columns[0]?["authors"]?.AsArray() ?? []);
        var imported = await program.DoneAsync(
            "subscriber",
            "import",
            readers,
            "--publication",
            "cloud",
            "--consent",
            "Foire de mars 2026"
        );
        Assert.Equal(Readers, (int?)imported["added"]);
        await program.DoneAsync("issue", "compose", "--publication", "cloud");
        await program.DoneAsync("issue", "approve", "1");
        await program.DoneAsync("issue", "queue", "1");
    }

    private static List<Uri> CheckMessages(SmtpSink sink)
    {
        var messages = sink.Messages.Select(file => MimeKit.MimeMessage.Load(file, Cancel)).ToList();
        Assert.Equal(Readers, messages.Select(message => message.To.ToString()).Distinct().Count());
        Assert.All(messages, message => Assert.Contains(WordOfTheColumn, message.TextBody, StringComparison.Ordinal));
        Assert.All(messages, message => Assert.Contains(WordOfTheColumn, message.HtmlBody, StringComparison.Ordinal));
        var links = messages.ConvertAll(message =>
            Bracketed().Match(message.Headers["List-Unsubscribe"] ?? "").Groups["url"].Value
        );
        Assert.Equal(Readers, links.Distinct(StringComparer.Ordinal).Count());
        foreach (var (message, link) in messages.Zip(links))
        {
            Assert.Contains(link, message.TextBody, StringComparison.Ordinal);
            Assert.Contains(link, message.HtmlBody, StringComparison.Ordinal);
        }

        return links.ConvertAll(link => new Uri(link));
    }

    private static async Task CheckSignaturesAsync(SmtpSink sink, RSA key)
    {
        var spoilt = Path.Combine(sink.Folder, "spoilt");
        var text = await File.ReadAllTextAsync(sink.Messages.First(), Encoding.Latin1, Cancel);
        await File.WriteAllTextAsync(
            spoilt,
            text.Replace(WordOfTheColumn, WordOfTheColumn.ToUpperInvariant(), StringComparison.Ordinal),
            Encoding.Latin1,
            Cancel
        );

        var record = Convert.ToBase64String(key.ExportSubjectPublicKeyInfo());
        var verified = await Dkimpy.VerifyAsync(sink.Folder, record, "news1._domainkey.example.org");

        Assert.Equal(["spoilt"], verified.Where(file => !file.Value).Select(file => file.Key));
        Assert.Equal(Readers + 1, verified.Count);
    }

    /// <summary>One POST to the running service, as a mail program sends it, and that reader is withdrawn.</summary>
    private static async Task LeaveAsync(BuiltProgram program, Uri link)
    {
        using var service = program.Start("serve", "--urls", "http://127.0.0.1:0", "--json");
        var listening = System.Text.Json.Nodes.JsonNode.Parse(await service.StandardOutput.ReadLineAsync(Cancel) ?? "");
        var root = new Uri((string?)listening?["urls"]?[0] ?? "");
        using var client = new HttpClient();
        using var form = new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]);
        using var answer = await client.PostAsync(new Uri(root, link.AbsolutePath), form, Cancel);
        service.Kill();
        await service.WaitForExitAsync(Cancel);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var left = await program.DoneAsync("subscriber", "list", "--publication", "cloud", "--state", "unsubscribed");
        Assert.Single(left.AsArray());
    }

    [GeneratedRegex("<(?<url>https://[^>]+)>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"(?<![\p{L}’-])[a-z]+(?![\p{L}’-])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AsciiWord();
}
