using CsCheck;
using Newsletter.Addresses;
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
    [InlineData("{{ this.reader.name | string.size }}", "Zoé", "3")]
    public void A_template_that_decides_by_reader_is_rendered_by_reader(string template, string name, string said) =>
        Assert.StartsWith(said, Filled(template, name, isByReader: true), StringComparison.Ordinal);

    [Fact]
    public void What_is_edited_after_the_approval_changes_nothing()
    {
        var issue = Render("{{ if reader.name }}{{ include 'greeting' }}{{ else }}Hello{{ end }}");
        File.WriteAllText(templates.In("mine", "greeting.html"), "changed");
        var renderer = new ReaderRenderer(FrozenTemplate.Parse(issue.ByReader!.ToJson()));
        Assert.StartsWith("<p>Hello Zoé</p>", renderer.Html(new ReaderInput("Zoé", "", "")), StringComparison.Ordinal);
        Assert.StartsWith("Hello", issue.Html, StringComparison.Ordinal);
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
        File.WriteAllText(templates.In("mine", "issue.html"), template + "\n");
        return new IssueRenderer(new TemplateFolder(templates.Path)).Render(
            Cases.Named("minimal") with
            {
                Template = "mine",
            }
        );
    }
}
