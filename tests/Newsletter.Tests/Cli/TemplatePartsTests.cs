using Newsletter.Tests.Rendering;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Cli;

/// <summary>A template that decides by reader is frozen with the parts that it can reach, and with no others.</summary>
public sealed class TemplatePartsTests : IDisposable
{
    private const string ByReader = "{{ if reader.name; include 'greeting' reader.name; end }}";

    private readonly TemplateCopy templates = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    // What no include names: another mail's part, and one that is as large as none may be.
    [InlineData("service", "{{ # edited }}", true)]
    [InlineData("huge", "", true)]
    // What a reader with a name gets to see, from the branch and from within it.
    [InlineData("greeting", "<p>Good day</p>", false)]
    [InlineData("inner", "<p>Good day</p>", false)]
    // What a kind of block could be, whichever the issue holds.
    [InlineData("table", "{{ # edited }}", false)]
    public async Task An_issue_is_dated_anew_unless_a_part_has_changed_that_it_could_reach(
        string part,
        string text,
        bool isReleased
    )
    {
        await using var folder = await ApprovedAsync(ByReader);
        await File.WriteAllTextAsync(
            templates.In("shared", part + ".html"),
            part == "huge" ? new string(' ', 3 * 1024 * 1024) : text,
            Cancel
        );

        var queued = await TypeAsync(folder, "issue", "queue", "1", "--at", "2099-12-03T08:00");

        if (isReleased)
            Assert.True(queued.Status == 0, queued.Error);
        else
            Said.Refused(queued, "its template");
    }

    [Theory]
    [InlineData("{{ if reader.name; x = 'greeting'; include x reader.name; end }}")]
    [InlineData("{{ if reader.name; 'greeting' | include reader.name; end }}")]
    [InlineData("{{ if reader.name; f = @include; f 'greeting' reader.name; end }}")]
    [InlineData("{{ if reader.name; x = {kind: 'greeting'}; include x.kind reader.name; end }}")]
    public async Task A_name_that_is_made_while_rendering_could_be_any_part(string greeting)
    {
        await using var folder = await ApprovedAsync(greeting);
        await File.WriteAllTextAsync(templates.In("shared", "greeting.html"), "<p>Good day</p>", Cancel);

        var mail = await TypeAsync(folder, "issue", "preview", "1", "--reader", "zoe@example.org");
        var queued = await TypeAsync(folder, "issue", "queue", "1", "--at", "2099-12-03T08:00");

        Assert.True(mail.Status == 0, mail.Error);
        Said.Refused(queued, "its template");
    }

    [Fact]
    public async Task A_part_that_another_reader_needs_and_that_is_wrong_is_refused_before_the_approval()
    {
        await using var folder = await ComposedAsync(ByReader);
        await File.WriteAllTextAsync(templates.In("shared", "inner.html"), "{{ if }}", Cancel);

        Said.Refused(await TypeAsync(folder, "issue", "approve", "1"), "inner.html");
    }

    public void Dispose() => templates.Dispose();

    private async Task<BadInputFolder> ApprovedAsync(string greeting)
    {
        var folder = await ComposedAsync(greeting);
        await DoneAsync(folder, "issue", "approve", "1");
        return folder;
    }

    private async Task<BadInputFolder> ComposedAsync(string greeting)
    {
        var issue = templates.In("default", "issue.html");
        var text = await File.ReadAllTextAsync(issue, Cancel);
        const string before = "{{ include \"columns\" }}";
        Assert.Contains(before, text, StringComparison.Ordinal);
        await File.WriteAllTextAsync(issue, text.Replace(before, greeting + before, StringComparison.Ordinal), Cancel);
        await File.WriteAllTextAsync(
            templates.In("shared", "greeting.html"),
            "<p>Dear {{ $1 }}</p>{{ include 'inner' }}",
            Cancel
        );
        await File.WriteAllTextAsync(templates.In("shared", "inner.html"), "<p>Hello</p>", Cancel);
        var folder = await BadInputFolder.WithPublicationAsync();
        await DoneAsync(
            folder,
            "column",
            "add",
            folder.File("a.md", "# A bridge\n\nIt opens."),
            "--publication",
            "lettre"
        );
        await DoneAsync(
            folder,
            "subscriber",
            "add",
            "zoe@example.org",
            "--name",
            "Zoé",
            "--publication",
            "lettre",
            "--confirmed",
            "--consent",
            "paper"
        );
        await DoneAsync(folder, "issue", "compose", "--publication", "lettre");
        return folder;
    }

    private Task<Typed> TypeAsync(BadInputFolder folder, params string[] words) =>
        folder.TypeAsync([.. words, "--templates", templates.Path]);

    private Task<Typed> DoneAsync(BadInputFolder folder, params string[] words) =>
        folder.DoneAsync([.. words, "--templates", templates.Path]);
}
