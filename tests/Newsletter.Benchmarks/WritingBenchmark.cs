using System.Security.Cryptography;
using BenchmarkDotNet.Attributes;
using Newsletter.Addresses;
using Newsletter.Messages;
using Newsletter.Rendering;

namespace Newsletter.Benchmarks;

/// <summary>
/// One message of some 30 KB for one reader, once the issue is rendered: marks filled, encoded, and signed. What is
/// wanted: a small part of what the sending of it costs, some 200 µs; RSA alone takes 440.
/// </summary>
public class WritingBenchmark
{
    private readonly Reader reader = new(
        EmailAddress.Parse("zoe.lefevre@example.com"),
        "Zoé Lefèvre",
        "https://lettre.example.org/u/AQAAAAAAAAABcGZ0ZXJ0ZXJ0ZXJ0ZXJ0ZXI"
    );
    private readonly MessageIdentity identity = new("12.0123456789abcdef@example.org", DateTimeOffset.UnixEpoch);
    private MessageWriter plain = null!;
    private MessageWriter signed = null!;

    [GlobalSetup]
    public void Prepare()
    {
        var input = LongIssue.Of(1);
        var issue = new IssueRenderer(new TemplateFolder(LongIssue.Templates)).Render(input);
        var content = new BundleContent(
            "Association des marées",
            "lettre@example.org",
            "reponse@example.org",
            issue.Subject,
            issue.Preheader,
            issue.Html,
            WebHtml: null,
            issue.Text,
            ByReader: null,
            "La Lettre des marées",
            "marees",
            "fr",
            "https://lettre.example.org",
            "all"
        );
        plain = new MessageWriter(content, 12, keys: []);
        signed = new MessageWriter(content, 12, [Key()]);
        Console.WriteLine($"// bytes: {plain.Write(reader, identity).Size}");
    }

    [Benchmark(Baseline = true)]
    public int Unsigned() => plain.Write(reader, identity).Size;

    [Benchmark]
    public int Signed() => signed.Write(reader, identity).Size;

    private static DkimKey Key()
    {
        using var rsa = RSA.Create(2048);
        var file = Path.GetTempFileName();
        File.WriteAllText(file, rsa.ExportRSAPrivateKeyPem());
        var key = DkimKey.Load(
            new DkimOptions
            {
                Domain = "example.org",
                Selector = "news1",
                KeyFile = file,
            }
        );
        File.Delete(file);
        return key!;
    }
}
