using System.Text;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Messages;

/// <summary>A thousand people with every kind of name, Debian's smtp-sink between, and two verifiers that are not ours.</summary>
public sealed class SignedForAnyReaderTests
{
    private const int Readers = 1000;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Both_signatures_verify_after_transport_whoever_the_reader_is()
    {
        await using var sink = await SmtpSink.StartAsync();
        await using var bench = await DeliveryBench.CreateAsync();
        bench.Relay.Port = sink.Port;
        var keys = bench.Database.Folder.In("keys");
        var (rsa, ed25519) = (SomeKeys.Rsa(keys, "news1"), SomeKeys.Ed25519(keys, "news1e"));
        bench.Dkims.Keys.Clear();
        bench.Dkims.Keys.Add(rsa);
        bench.Dkims.Keys.Add(ed25519);
        foreach (var (email, name) in RandomReaders.Some(Readers, seed: 4))
            await bench.ReaderAsync(email, name);
        var text =
            "\uE000reader_name\uE001\n.\n.. \uE000reader_name\uE001\nFrom \uE000reader_address\uE001\n"
            + new string('=', 90);
        await bench.IssueAsync(
            DeliveryBench.Content("À \uE000reader_name\uE001 !", $"<p>{text}</p>", text) with
            {
                ReplyTo = "answer@example.org",
            }
        );

        await bench.DeliverAsync();

        Assert.Equal(Readers, sink.Messages.Count());
        var spoilt = Path.Combine(sink.Folder, "spoilt");
        var one = await File.ReadAllTextAsync(sink.Messages.First(), Encoding.Latin1, Cancel);
        await File.WriteAllTextAsync(
            spoilt,
            one.Replace("\r\nSubject: ", "\r\nSubject: x", StringComparison.Ordinal)
                .Replace("\nSubject: ", "\nSubject: x", StringComparison.Ordinal),
            Encoding.Latin1,
            Cancel
        );
        var records = SomeKeys.Records(rsa, ed25519);
        foreach (
            var verified in new[]
            {
                await Dkimpy.VerifyAsync(sink.Folder, records),
                await Mailauth.VerifyAsync(sink.Folder, records),
            }
        )
        {
            Assert.Equal(Readers + 1, verified.Count);
            Assert.Equal(
                ["spoilt"],
                verified
                    .Where(file => file.Value is not ["rsa-sha256 pass", "ed25519-sha256 pass"])
                    .Select(file => file.Key)
            );
            Assert.DoesNotContain(verified["spoilt"], said => said.EndsWith("pass", StringComparison.Ordinal));
        }
    }
}
