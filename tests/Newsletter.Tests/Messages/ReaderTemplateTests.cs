using CsCheck;
using Newsletter.Addresses;
using Newsletter.Columns;
using Newsletter.Messages;
using Newsletter.Rendering;
using Newsletter.Tests.Rendering;

namespace Newsletter.Tests.Messages;

/// <summary>Marks that are filled, and templates that are rendered by reader: two ways to the same bytes.</summary>
public sealed class ReaderTemplateTests : IDisposable
{
    private static readonly string[] Pieces =
    [
        "{{ reader.name }}",
        "{{ reader.name | object.default 'dear <i>reader</i> & \"co\"' }}",
        "{{ reader.name | object.default '' }}",
        "{{ reader.address }}",
        "<a href=\"{{ unsubscribe_url }}\">leave</a>",
        "{{ include 'greeting' }}",
        "{{ for i in 1..3 }}{{ reader.name }}{{ end }}",
        "{{ if columns.size > 0 }}{{ reader.address }}{{ end }}",
        "plain & text\n",
    ];

    private readonly TemplateCopy templates = new();

    public ReaderTemplateTests()
    {
        Directory.CreateDirectory(templates.In("mine"));
        File.WriteAllText(templates.In("mine", "wrap.html"), "{{ $1 | string.size }}");
        File.WriteAllText(
            templates.In("mine", "greeting.html"),
            "<p>Hello {{ reader.name | object.default 'you' }}</p>"
        );
    }

    public void Dispose() => templates.Dispose();

    [Fact]
    public void Filling_marks_and_rendering_by_reader_give_the_same_bytes() =>
        Gen.Select(
                Gen.Int[0, Pieces.Length - 1].Select(place => Pieces[place]).Array[1, 8],
                Gen.OneOf(Gen.String, Gen.Const(""), Gen.Const("Zoé"), Gen.Const("<b>&'\"|"))
            )
            .Sample(
                (pieces, name) =>
                {
                    var filled = Filled(string.Concat(pieces), name, isByReader: false);
                    // A condition on the reader that is always so makes the template one that decides.
                    var rendered = Filled(
                        "{{ if reader.address; end }}" + string.Concat(pieces),
                        name,
                        isByReader: true
                    );
                    Assert.Equal(filled, rendered);
                },
                iter: 300,
                threads: 1
            );

    [Theory]
    [InlineData("{{ if reader.name }}Dear {{ reader.name }}{{ else }}Hello{{ end }}", "Zoé", "Dear Zoé")]
    [InlineData("{{ if reader.name }}Dear {{ reader.name }}{{ else }}Hello{{ end }}", "", "Hello")]
    [InlineData("{{ reader.name ?? 'you' }}", "", "you")]
    [InlineData("{{ reader.name | string.size }}", "Zoé", "3")]
    [InlineData("{{ x = reader.address }}{{ x | string.upcase }}", "", "ADA@EXAMPLE.ORG")]
    [InlineData("{{ capture x }}{{ include 'greeting' }}{{ end }}{{ x | string.size }}", "Zoé", "16")]
    [InlineData("{{ x = include 'greeting' }}{{ x == '' }}", "Zoé", "false")]
    [InlineData("{{ func greet; reader.name; end }}{{ greet | string.size }}", "Zoé", "Zoé0")]
    [InlineData("{{ with reader }}{{ if name }}3{{ end }}{{ end }}", "Zoé", "3")]
    [InlineData("{{ f = @include; x = f 'greeting' }}{{ x | string.size }}", "Zoé", "16")]
    [InlineData("{{ object = {default: @string.starts_with} }}{{ reader.name | object.default 'Z' }}", "Zoé", "true")]
    [InlineData("{{ include 'wrap' (include 'greeting') }}", "Zoé", "16")]
    [InlineData("{{ this.reader.name | string.size }}", "Zoé", "3")]
    public void A_template_that_decides_by_reader_is_rendered_by_reader(string template, string name, string said) =>
        Assert.StartsWith(said, Filled(template, name, isByReader: true), StringComparison.Ordinal);

    [Fact]
    public void What_is_edited_after_the_approval_changes_nothing()
    {
        var issue = Render("{{ if reader.name }}{{ include 'greeting' }}{{ else }}Hello{{ end }}");
        File.WriteAllText(templates.In("mine", "greeting.html"), "changed");
        var renderer = new ReaderRenderer(FrozenTemplate.Parse(issue.ByReader!.ToJson()));
        Assert.StartsWith(
            "<p>Hello Zoé</p>",
            renderer.Html(new ReaderInput("Zoé", "", "", "")),
            StringComparison.Ordinal
        );
        Assert.StartsWith("Hello", issue.Html, StringComparison.Ordinal);
    }

    public static TheoryData<string> AllCases => [.. Cases.Names];

    [Theory]
    [MemberData(nameof(AllCases))]
    public void What_is_frozen_is_the_whole_issue(string name)
    {
        foreach (var file in Directory.GetFiles(templates.In("default")))
            File.Copy(file, templates.In("mine", Path.GetFileName(file)), overwrite: true);
        File.AppendAllText(templates.In("mine", "issue.html"), "{{ if reader.name; end }}");
        var input = Cases.Named(name);
        var once = new IssueRenderer(new TemplateFolder(templates.Path)).Render(input with { Template = "default" });
        var byReader = new IssueRenderer(new TemplateFolder(templates.Path)).Render(input with { Template = "mine" });
        var frozen = FrozenTemplate.Parse(byReader.ByReader!.ToJson());
        var reader = new Reader(EmailAddress.Parse("ada@example.org"), "Ada", "https://x.example/u");
        Assert.Equal(
            new Alternatives(once.Html, "").Html(reader.Values),
            new ReaderRenderer(frozen).Html(reader.Values.Input)
        );
    }

    [Fact]
    public void A_picture_that_could_not_be_had_stays_away_in_what_is_frozen()
    {
        var dead = new Picture("https://example.org/dead.png", "A bridge") { Fault = "It is gone." };
        var ours = new Picture("http://127.0.0.1/pictures/a.png", "A ferry", 40, 30) { IsOurs = true };
        var column = Newsletter.Tests.Rendering.Issues.Column(
            "T",
            new Block.Figure(dead, []),
            new Block.Figure(ours, [])
        );
        var input = Newsletter.Tests.Rendering.Issues.Of("en", column) with { Template = "mine" };
        File.WriteAllText(
            templates.In("mine", "issue.html"),
            "{{ if reader.name; end }}{{ include 'columns' }}{{ unsubscribe_url }}"
        );
        var issue = new IssueRenderer(new TemplateFolder(templates.Path)).Render(input);
        var html = new ReaderRenderer(FrozenTemplate.Parse(issue.ByReader!.ToJson())).Html(
            new("Ada", "", "https://x.example/u", "https://x.example/p")
        );
        Assert.DoesNotContain("src=\"https://example.org/dead.png\"", html, StringComparison.Ordinal);
        Assert.Contains("src=\"http://127.0.0.1/pictures/a.png\"", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{{ if !reader.name }}{{ unsubscribe_url }}{{ end }}", "unsubscribe")]
    [InlineData(
        "{{ unsubscribe_url }}{{ if reader.name == 'Ada'; for i in 1..9000; 'twelve bytes'; end; end }}",
        "102400"
    )]
    public void What_no_approval_could_see_is_refused_for_its_reader(string template, string why)
    {
        File.WriteAllText(templates.In("mine", "issue.html"), template);
        var input = Cases.Named("minimal") with { Template = "mine" };
        var issue = new IssueRenderer(new TemplateFolder(templates.Path)).Render(input);
        var renderer = new ReaderRenderer(FrozenTemplate.Parse(issue.ByReader!.ToJson()));
        var refusal = Assert.Throws<Refusal>(() =>
            renderer.Html(new("Ada", "", "https://x.example/u", "https://x.example/p"))
        );
        Assert.Contains(why, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("default")]
    [InlineData("digest")]
    [InlineData("erratum")]
    public void The_templates_that_come_with_the_program_need_one_rendering_for_all(string template) =>
        Assert.Null(
            Newsletter.Tests.Rendering.Issues.Render(Cases.Named("full-fr") with { Template = template }).ByReader
        );

    private string Filled(string template, string name, bool isByReader)
    {
        var issue = Render(template);
        Assert.Equal(isByReader, issue.ByReader is not null);
        var byReader = issue.ByReader is null
            ? null
            : new ReaderRenderer(FrozenTemplate.Parse(issue.ByReader.ToJson()));
        var reader = new Reader(EmailAddress.Parse("ada@example.org"), name, "https://x.example/u?a=1&b=2");
        return new Alternatives(issue.Html, "", byReader).Html(reader.Values);
    }

    private RenderedIssue Render(string template)
    {
        File.WriteAllText(templates.In("mine", "issue.html"), template + "<a href=\"{{ unsubscribe_url }}\">leave</a>");
        return new IssueRenderer(new TemplateFolder(templates.Path)).Render(
            Cases.Named("minimal") with
            {
                Template = "mine",
            }
        );
    }
}
