using Newsletter.Rendering;

namespace Newsletter.Tests.Rendering;

public sealed class SandboxTests : IDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory("templates").FullName;

    public SandboxTests()
    {
        Directory.CreateDirectory(Path.Combine(directory, "mine"));
        Directory.CreateDirectory(Path.Combine(directory, "shared"));
        foreach (
            var words in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "templates", "shared"), "words.*")
        )
            File.Copy(words, Path.Combine(directory, "shared", Path.GetFileName(words)));
        File.WriteAllText(Path.Combine(directory, "secret.html"), "secret");
    }

    public void Dispose() => Directory.Delete(directory, recursive: true);

    [Theory]
    [InlineData("{{ include '../../etc/passwd' }}", "no part \"../../etc/passwd\"")]
    [InlineData("{{ include '../secret' }}", "no part \"../secret\"")]
    [InlineData("{{ include '/etc/passwd' }}", "no part \"/etc/passwd\"")]
    [InlineData("{{ include 'absent' }}", "no part \"absent\"")]
    [InlineData("{{ while true; end }}", "goes on after 100000 turns; end it sooner")]
    [InlineData("{{ for i in 1..2000000; end }}", "100000")]
    [InlineData("{{ func f; f; end; f }}", "recursi")]
    [InlineData("{{ include 'issue' }}", "recursi")]
    [InlineData("{{ 'x' * 900000000 }}", "2097152")]
    [InlineData("{{ a = 'xxxxxxxxxx'; while true; a = a + a; end }}", "2097152")]
    [InlineData(
        "{{ publication.titel }}",
        "publication has no member \"titel\"; it has direction, language, logo, postal_address, sender, title"
    )]
    [InlineData("{{ nothing }}", "nothing")]
    [InlineData("{{ columns[0].blocks[0].txt }}", "paragraph has no member \"txt\"")]
    [InlineData("{{ date.now }}", "date")]
    [InlineData("{{ math.random 1 2 }}", "math has no member \"random\"; it has abs, ceil")]
    [InlineData("{{ math.uuid }}", "uuid")]
    [InlineData("{{ object.eval '1' }}", "object has no member \"eval\"; it has default")]
    [InlineData("{{ object.eval_template 'x' }}", "eval_template")]
    [InlineData("{{ 'x' | string.pad_left 100000000 }}", "pad_left")]
    [InlineData("{{ regex.match 'a' 'b' }}", "regex")]
    [InlineData("{{ publication.title = 'x' }}", "read")]
    [InlineData("{{ publication }}", "whole object")]
    public void What_a_template_may_not_do_is_refused(string template, string said)
    {
        var refusal = Assert.Throws<Refusal>(() => Render(template));
        Assert.Contains(said, refusal.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("issue.html, line 1, column", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fine\n{{ if }}", "issue.html, line 2")]
    [InlineData("fine\n\n  {{ publication.titel }}", "issue.html, line 3, column")]
    [InlineData("{{ for x in 1..2 }}", "issue.html, line 1")]
    public void A_slip_is_shown_with_its_file_line_and_column(string template, string said) =>
        Assert.Contains(said, Assert.Throws<Refusal>(() => Render(template)).Message, StringComparison.Ordinal);

    [Fact]
    public void More_than_two_megabytes_are_no_mail() =>
        Assert.Contains(
            "more than 2097152 characters",
            Assert
                .Throws<Refusal>(() => Render($"{{{{ for i in 1..30000 }}}}{new string('x', 100)}{{{{ end }}}}"))
                .Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void A_template_that_never_comes_to_its_end_is_stopped()
    {
        var loop = "{{ for i in 1..90000; x = i | math.times 3; end }}";
        var refusal = Assert.Throws<Refusal>(() => Render(string.Concat(Enumerable.Repeat(loop, 10_000))));
        Assert.Contains("longer than 10 s", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_more_than_a_megabyte_is_no_template() =>
        Assert.Contains(
            "at most 1048576",
            Assert.Throws<Refusal>(() => Render(new string('x', 1_048_577))).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void A_slip_in_a_part_names_the_part()
    {
        File.WriteAllText(Path.Combine(directory, "shared", "piece.html"), "<p>\n{{ $1.nonsense }}</p>");
        var refusal = Assert.Throws<Refusal>(() => Render("{{ include 'piece' publication }}"));
        Assert.Contains("piece.html, line 2, column", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_part_that_does_not_parse_is_named()
    {
        File.WriteAllText(Path.Combine(directory, "shared", "piece.html"), "<p>\n\n{{ if }}</p>");
        var refusal = Assert.Throws<Refusal>(() => Render("{{ include 'piece' }}"));
        Assert.Contains("piece.html, line 3", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_to_a_file_elsewhere_is_no_part()
    {
        File.CreateSymbolicLink(Path.Combine(directory, "mine", "leak.html"), Path.Combine(directory, "secret.html"));
        Assert.Contains(
            "no part",
            Assert.Throws<Refusal>(() => Render("{{ include 'leak' }}")).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Whatever_a_template_writes_is_escaped()
    {
        var html = Render("{{ subject }} {{ 'a' + '<b>' }} {{ subject | string.upcase }}", "<script>\"&'");
        Assert.StartsWith("&lt;script&gt;&quot;&amp;&#39; a&lt;b&gt; &lt;SCRIPT&gt;", html, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_part_has_written_is_not_escaped_again()
    {
        File.WriteAllText(Path.Combine(directory, "shared", "piece.html"), "<b>{{ $1 }}</b>");
        Assert.Equal("<b>a&amp;b</b>", Render("{{ include 'piece' subject }}", "a&b"));
    }

    [Fact]
    public void The_templates_own_part_goes_before_the_shared_one()
    {
        File.WriteAllText(Path.Combine(directory, "shared", "piece.html"), "shared");
        File.WriteAllText(Path.Combine(directory, "mine", "piece.html"), "mine");
        Assert.Equal("mine", Render("{{ include 'piece' }}"));
    }

    [Fact]
    public void An_edited_template_counts_at_once()
    {
        var folder = new TemplateFolder(directory);
        Assert.Equal("one", Render("one", folder: folder));
        Assert.Equal("another", Render("another", folder: folder));
    }

    [Theory]
    [InlineData("nope")]
    [InlineData("../mine")]
    [InlineData("shared")]
    public void An_unknown_template_is_refused_with_those_there_are(string name)
    {
        File.WriteAllText(Path.Combine(directory, "mine", "issue.html"), "x");
        var input = Cases.Named("minimal") with { Template = name };
        var refusal = Assert.Throws<Refusal>(() => new IssueRenderer(new TemplateFolder(directory)).Render(input));
        Assert.Contains("are mine", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(directory, refusal.Message, StringComparison.Ordinal);
    }

    private string Render(string template, string subject = "Subject", TemplateFolder? folder = null)
    {
        File.WriteAllText(Path.Combine(directory, "mine", "issue.html"), template);
        var input = Cases.Named("minimal") with { Template = "mine" };
        input = input with
        {
            Publication = input.Publication with { Language = "en" },
            Issue = input.Issue with { Subject = subject },
        };
        return new IssueRenderer(folder ?? new TemplateFolder(directory)).Render(input).Html;
    }
}
