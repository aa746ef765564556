using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Flow;

/// <summary>A real Postfix between the built program and the reader: TLS, chunks, and signatures after transport.</summary>
public sealed partial class PostfixTests : IDisposable
{
    private const int Readers = 120;

    private readonly string folder = Directory.CreateTempSubdirectory("newsletter-tls-").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_issue_passes_a_real_relay_once_for_each_reader_and_its_signatures_hold()
    {
        using var authority = new TestAuthority();
        using var key = RSA.Create(2048);
        await using var sink = await SmtpSink.StartAsync();
        await using var postfix = await Postfix.StartAsync(sink.Port, await CertificateAsync(authority));
        using var room = await SmallNewsroom.OpenAsync(Readers, postfix.Port, await SettingsAsync(authority, key));
        await room.Program.DoneAsync("issue", "queue", "1");

        await room.Program.DoneAsync("deliver", "--until-done");

        await UntilAsync(() => sink.Messages.Count() == Readers, postfix);
        Assert.Equal(Readers, (int?)(await room.Program.DoneAsync("issue", "status", "1"))["sent"]);
        var files = sink.Messages.ToList();
        var recipients = files.Select(file => Recipient().Match(File.ReadAllText(file)).Groups["to"].Value).ToList();
        Assert.Equal(Readers, recipients.Distinct(StringComparer.Ordinal).Count());
        Assert.Matches(@"disconnect from .* ehlo=2 starttls=1 mail=\d+ rcpt=\d+ bdat=\d+ ", postfix.Log);
        await AssertSignedAsync(files, key);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private async Task<string> CertificateAsync(TestAuthority authority)
    {
        using var certificate = authority.Certify(IPAddress.Loopback);
        using var own = certificate.GetRSAPrivateKey()!;
        var file = Path.Combine(folder, "relay.pem");
        await File.WriteAllTextAsync(
            file,
            $"{own.ExportPkcs8PrivateKeyPem()}\n{certificate.ExportCertificatePem()}\n",
            Cancel
        );
        return file;
    }

    private async Task<Dictionary<string, string>> SettingsAsync(TestAuthority authority, RSA key)
    {
        var (trusted, signing) = (Path.Combine(folder, "ca.pem"), Path.Combine(folder, "dkim.pem"));
        await File.WriteAllTextAsync(trusted, authority.Pem, Cancel);
        await File.WriteAllTextAsync(signing, key.ExportPkcs8PrivateKeyPem(), Cancel);
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["SSL_CERT_FILE"] = trusted,
            ["Relay__Security"] = "starttls",
            ["Dkim__Domain"] = "example.org",
            ["Dkim__Selector"] = "news1",
            ["Dkim__KeyFile"] = signing,
        };
    }

    private async Task AssertSignedAsync(List<string> files, RSA key)
    {
        var messages = Directory.CreateDirectory(Path.Combine(folder, "messages")).FullName;
        foreach (var file in files)
        {
            // The sink writes its own lines above what came, a blank line below it, and ends lines as Unix does.
            var text = (await File.ReadAllTextAsync(file, System.Text.Encoding.Latin1, Cancel)).TrimEnd('\n') + "\n";
            var message = text[text.IndexOf("Received: ", StringComparison.Ordinal)..];
            await File.WriteAllTextAsync(
                Path.Combine(messages, Path.GetFileName(file)),
                message.Replace("\n", "\r\n", StringComparison.Ordinal),
                System.Text.Encoding.Latin1,
                Cancel
            );
        }

        var publicKey = Convert.ToBase64String(key.ExportSubjectPublicKeyInfo());
        var verified = await Dkimpy.VerifyAsync(messages, publicKey, "news1._domainkey.example.org");
        Assert.Equal(Readers, verified.Count(file => file.Value));
    }

    private static async Task UntilAsync(Func<bool> arrived, Postfix postfix)
    {
        for (var i = 0; i < 600 && !arrived(); i++)
            await Task.Delay(50, Cancel);
        // Nothing comes after the last one.
        await Task.Delay(500, Cancel);
        Assert.True(arrived(), postfix.Log);
    }

    [GeneratedRegex("^X-Rcpt-Args: <(?<to>[^>]*)>", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Recipient();
}
