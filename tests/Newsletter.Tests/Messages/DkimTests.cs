using System.Security.Cryptography;
using System.Text;
using Newsletter.Messages;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Messages;

public sealed class DkimTests
{
    private static readonly string[] Odd =
    [
        "",
        "Anaïs Œuvré",
        "=== . = From \"x\" <a@b>",
        "😀👩‍👩‍👧‍👦 été",
        ".dot",
        "a  b   c ",
        new string('n', 150),
        "Ж語 «\u00A0x\u00A0»",
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Signed_messages_verify_after_transport_and_altered_ones_do_not()
    {
        await using var bench = await DeliveryBench.CreateAsync();
        var record = await KeyAsync(bench);
        for (var i = 0; i < 240; i++)
            await bench.ReaderAsync($"reader{i}@example.com", $"{Odd[i % Odd.Length]}{i / Odd.Length}");
        var text = string.Join("\n", Odd) + "\n\n.\n..two\nFrom me\n" + new string('=', 90) + "\n\n\n";
        await bench.IssueAsync(
            DeliveryBench.Content(
                $"{Odd[3]} \uE000reader_name\uE001",
                $"<p>{text}\uE000reader_name\uE001</p>",
                text
            ) with
            {
                ReplyTo = "answer@example.org",
            }
        );
        await bench.DeliverAsync();
        Assert.Equal(240, bench.Smtp.Mails.Count);

        var folder = Directory.CreateDirectory(bench.Database.Folder.In("signed")).FullName;
        var i2 = 0;
        foreach (var mail in bench.Smtp.Mails)
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, $"good-{i2++:D3}.eml"), mail.Bytes, Cancel);
            if (i2 <= 20)
                await File.WriteAllBytesAsync(
                    Path.Combine(folder, $"bad-{i2:D3}.eml"),
                    Altered(mail.Bytes, i2),
                    Cancel
                );
        }

        var verified = await Dkimpy.VerifyAsync(folder, record, "news1._domainkey.example.org");
        Assert.Equal(260, verified.Count);
        Assert.All(verified, file => Assert.Equal(file.Key.StartsWith("good", StringComparison.Ordinal), file.Value));
    }

    [Fact]
    public async Task A_key_file_that_cannot_sign_is_refused_with_its_name()
    {
        await using var bench = await DeliveryBench.CreateAsync();
        bench.Database.Folder.Ensure();
        var file = bench.Database.Folder.In("key.pem");
        var options = new DkimOptions
        {
            Domain = "example.org",
            Selector = "s",
            KeyFile = file,
        };
        Assert.Contains(
            $"{file} does not exist",
            Assert.Throws<Refusal>(() => DkimKey.Load(options)).Message,
            StringComparison.Ordinal
        );
        await File.WriteAllTextAsync(file, "hello", Cancel);
        Assert.Contains(
            $"{file} holds no RSA",
            Assert.Throws<Refusal>(() => DkimKey.Load(options)).Message,
            StringComparison.Ordinal
        );
        using var shortKey = RSA.Create(1024);
        await File.WriteAllTextAsync(file, shortKey.ExportPkcs8PrivateKeyPem(), Cancel);
        Assert.Contains(
            "1024 bits",
            Assert.Throws<Refusal>(() => DkimKey.Load(options)).Message,
            StringComparison.Ordinal
        );
        using var curve = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await File.WriteAllTextAsync(file, curve.ExportPkcs8PrivateKeyPem(), Cancel);
        Assert.Contains(
            "holds no RSA",
            Assert.Throws<Refusal>(() => DkimKey.Load(options)).Message,
            StringComparison.Ordinal
        );
        using var good = RSA.Create(2048);
        await File.WriteAllTextAsync(file, good.ExportRSAPublicKeyPem(), Cancel);
        Assert.Contains(
            "holds no RSA",
            Assert.Throws<Refusal>(() => DkimKey.Load(options)).Message,
            StringComparison.Ordinal
        );
        await File.WriteAllTextAsync(file, good.ExportPkcs8PrivateKeyPem(), Cancel);
        using var key = DkimKey.Load(options);
        Assert.Equal("example.org", key?.Domain);
    }

    [Theory]
    [InlineData(null, "s", "f", "Dkim__Domain")]
    [InlineData("example.org", null, "f", "Dkim__Selector")]
    [InlineData("example.org", "s", null, "Dkim__KeyFile")]
    public void Half_a_setting_names_the_missing_half(string? domain, string? selector, string? file, string missing)
    {
        var options = new DkimOptions
        {
            Domain = domain,
            Selector = selector,
            KeyFile = file,
        };
        var result = new DkimSettingsCheck().Validate(null, new DkimSettings { Keys = { options } });
        Assert.StartsWith($"{missing} is missing", result.FailureMessage, StringComparison.Ordinal);
    }

    // One byte of the From, To or Subject field, or of the body.
    private static byte[] Altered(byte[] bytes, int which)
    {
        var text = Encoding.Latin1.GetString(bytes);
        var at = (which % 4) switch
        {
            0 => text.IndexOf("\r\nFrom:", StringComparison.Ordinal) + 10,
            1 => text.IndexOf("@example.com", StringComparison.Ordinal) - 1,
            2 => text.IndexOf("example.org/unsubscribe", StringComparison.Ordinal) + 30,
            _ => text.LastIndexOf("reader", StringComparison.Ordinal) is var last and >= 0 ? last : text.Length - 40,
        };
        var altered = (byte[])bytes.Clone();
        altered[at] = altered[at] == 'x' ? (byte)'y' : (byte)'x';
        return altered;
    }

    private static async Task<string> KeyAsync(DeliveryBench bench)
    {
        using var rsa = RSA.Create(2048);
        bench.Database.Folder.Ensure();
        (bench.Dkim.Domain, bench.Dkim.Selector, bench.Dkim.KeyFile) = (
            "example.org",
            "news1",
            bench.Database.Folder.In("dkim.pem")
        );
        await File.WriteAllTextAsync(bench.Dkim.KeyFile, rsa.ExportRSAPrivateKeyPem(), Cancel);
        return Convert.ToBase64String(rsa.ExportSubjectPublicKeyInfo());
    }
}
