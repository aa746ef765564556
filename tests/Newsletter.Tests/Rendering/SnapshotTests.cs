using System.Text;
using Newsletter.Rendering;
using Newsletter.Tests.Rendering.Rules;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Rendering;

/// <summary>
/// A whole message of every template, byte for byte: whoever changes how a mail looks sees it in the diff.
/// <c>NEWSLETTER_ACCEPT_SNAPSHOTS=1</c> writes what is made now in place of what was made before.
/// </summary>
public sealed class SnapshotTests
{
    private static readonly string s_folder = Path.Combine(
        Repository.Root,
        "tests",
        "Newsletter.Tests",
        "Rendering",
        "Snapshots"
    );

    private static readonly string[] s_cases = ["full-fr", "several", "arabic"];

    private static readonly string[] s_serviceCases = ["full-fr", "full-ar", "minimal"];

    public static TheoryData<string, string> Snapshots =>
        [
            .. from template in Issues.Templates.Names from name in s_cases select (template, name),
            .. from kind in Enum.GetValues<ServiceMailKind>()
            from name in s_serviceCases
            select (ServiceSamples.TemplateOf(kind), name),
        ];

    [Theory]
    [MemberData(nameof(Snapshots))]
    public async Task A_message_is_what_it_was(string template, string name)
    {
        var cancel = TestContext.Current.CancellationToken;
        var made = MessageOf(template, name);
        var file = Path.Combine(s_folder, $"{template}.{name}.eml");
        if (Environment.GetEnvironmentVariable("NEWSLETTER_ACCEPT_SNAPSHOTS") == "1")
        {
            Directory.CreateDirectory(s_folder);
            await File.WriteAllBytesAsync(file, made, cancel);
        }
        Assert.True(
            File.Exists(file),
            $"There is no {file}; NEWSLETTER_ACCEPT_SNAPSHOTS=1 writes it. Read it before it is committed."
        );
        Assert.Equal(
            Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file, cancel)),
            Encoding.Latin1.GetString(made)
        );
    }

    [Fact]
    public void Every_snapshot_is_of_a_template_that_is_there() =>
        Assert.Empty(
            Directory
                .EnumerateFiles(s_folder)
                .Select(file => Path.GetFileName(file))
                .Except(Snapshots.Select(snapshot => $"{snapshot.Data.Item1}.{snapshot.Data.Item2}.eml"))
        );

    // Not signed: a key in the sources would be taken for one that is used.
    private static byte[] MessageOf(string template, string name)
    {
        if (ServiceSamples.KindOf(template) is { } kind)
        {
            var one = ServiceCases.Named(name);
            return ServiceSamples
                .Written(one, new ServiceMailRenderer(Issues.Templates).Render(one.Input(kind)), key: null)
                .Bytes;
        }
        var input = Cases.Named(name) with { Template = template };
        return Samples
            .Written(
                input,
                Issues.Render(input),
                key: null,
                "lectrice@example.com",
                "Anaïs Œuvré",
                RuleTests.Unsubscribe
            )
            .Bytes;
    }
}
