using System.Net;
using System.Security.Cryptography.X509Certificates;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Flow;

/// <summary>A relay whose certificate is not what it should be, and one whose is; the authority is one that is trusted.</summary>
public sealed class CertificateTests : IDisposable
{
    private const int Readers = 5;

    private readonly string folder = Directory.CreateTempSubdirectory("newsletter-ca-").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("tls", false)]
    [InlineData("starttls", true)]
    public async Task Mail_goes_only_to_a_relay_whose_certificate_is_in_force_and_names_it(string security, bool asked)
    {
        using var authority = new TestAuthority();
        using var stranger = new TestAuthority();
        await using var smtp = SmtpServer.Start();
        smtp.OffersStartTls = asked;
        var trusted = Path.Combine(folder, "ca.pem");
        await File.WriteAllTextAsync(trusted, authority.Pem, Cancel);
        using var room = await SmallNewsroom.OpenAsync(
            Readers,
            smtp.Port,
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["SSL_CERT_FILE"] = trusted,
                ["Relay__Security"] = security,
            }
        );
        await room.Program.DoneAsync("issue", "queue", "1");
        X509Certificate2[] bad =
        [
            authority.CertifyName("another.test"),
            authority.CertifyUntilYesterday(IPAddress.Loopback),
            stranger.Certify(IPAddress.Loopback),
        ];
        foreach (var certificate in bad)
        {
            smtp.Certificate = certificate;
            Assert.Contains("TLS with the relay", await RefusalAsync(room.Program), StringComparison.Ordinal);
            Assert.DoesNotContain(smtp.Commands, line => line.StartsWith("MAIL", StringComparison.Ordinal));
        }

        smtp.Certificate = authority.Certify(IPAddress.Loopback);
        await room.Program.DoneAsync("deliver", "--until-idle");
        Assert.Equal(Readers, smtp.Mails.Select(mail => mail.Recipient).Distinct().Count());
        Assert.Equal(Readers, smtp.Mails.Count);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static async Task<string> RefusalAsync(BuiltProgram program)
    {
        using var process = program.Start("deliver", "--until-idle");
        var said = await process.StandardError.ReadToEndAsync(Cancel);
        await process.WaitForExitAsync(Cancel);
        Assert.NotEqual(0, process.ExitCode);
        return said;
    }
}
