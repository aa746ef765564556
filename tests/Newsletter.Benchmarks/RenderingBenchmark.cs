using BenchmarkDotNet.Attributes;
using Newsletter.Columns;
using Newsletter.Publications;
using Newsletter.Rendering;

namespace Newsletter.Benchmarks;

/// <summary>
/// An issue of ten long columns, some 12,000 characters each, once the templates are parsed. What is wanted: under
/// 50 ms and under 20 MB allocated.
/// </summary>
public class RenderingBenchmark
{
    private static readonly string s_templates = Path.Combine(AppContext.BaseDirectory, "templates");

    private readonly IssueRenderer renderer = new(new TemplateFolder(s_templates));

    private readonly RenderInput input = new(
        "default",
        new PublicationInput(
            "La Lettre des marées",
            "Association des marées",
            "fr",
            "Europe/Paris",
            "12, quai des Brumes\n29200 Brest",
            Theme.Default
        ),
        new IssueInput(12, null, null, DateTimeOffset.UnixEpoch, "https://lettre.example.org/i/12"),
        [.. Enumerable.Range(1, 10).Select(Column)]
    );

    private RenderInput whole = null!;
    private ReaderRenderer byReader = null!;
    private string copy = "";

    [GlobalSetup]
    public void Prepare()
    {
        // The erratum's template is the one that shows every column in full.
        whole = input with
        {
            Template = "erratum",
            Issue = input.Issue with
            {
                Corrects = new CorrectedIssue(11, DateTimeOffset.UnixEpoch, "https://lettre.example.org/i/11"),
            },
        };
        copy = Directory.CreateTempSubdirectory("newsletter-benchmark-").FullName;
        foreach (var folder in (string[])["default", "shared"])
        {
            Directory.CreateDirectory(Path.Combine(copy, folder));
            foreach (var file in Directory.EnumerateFiles(Path.Combine(s_templates, folder)))
                File.Copy(file, Path.Combine(copy, folder, Path.GetFileName(file)));
        }
        File.AppendAllText(Path.Combine(copy, "default", "issue.html"), "{{ if reader.name }} {{ end }}");
        byReader = new ReaderRenderer(new IssueRenderer(new TemplateFolder(copy)).Render(input).ByReader!);
    }

    [GlobalCleanup]
    public void Remove() => Directory.Delete(copy, recursive: true);

    /// <summary>The mail: the lead in full, the others by their beginnings.</summary>
    [Benchmark(Baseline = true)]
    public int Mail() => renderer.Render(input).Html.Length;

    /// <summary>The web copy: all ten in full.</summary>
    [Benchmark]
    public int Web() => renderer.RenderInFull(input).Html.Length;

    /// <summary>All ten in full in the mail, which is too long: what fits is found, the rest are beginnings.</summary>
    [Benchmark]
    public int Shortened() => renderer.Render(whole).Html.Length;

    /// <summary>The mail again for one reader, by a template that decides by reader: what each of them costs.</summary>
    [Benchmark]
    public int OneReader() =>
        byReader.Html(new ReaderInput("Zoé", "zoe@example.com", "https://lettre.example.org/u/1")).Length;

    private static ColumnInput Column(int number) =>
        new(
            number,
            $"Les marées montent-elles ? ({number})",
            Words("Une enquête sur « la mer », ses ports et leurs digues..."),
            [new Byline("Ana Martin", "reporter"), new Byline("Bo Lind", null)],
            [.. Enumerable.Range(0, 40).SelectMany(Piece)],
            "fr",
            Date: null,
            $"https://lettre.example.org/c/{number}"
        );

    private static IEnumerable<Block> Piece(int place)
    {
        yield return new Block.Paragraph([
            .. Words(
                $"La mer monte de {place} centimètres chaque décennie, et les digues du port attendent leur tour ; c'est l'avis de "
            ),
            new Inline.Link($"https://example.org/avis/{place}", Words("l'ingénieure du port")),
            .. Words(" : « il faudra choisir », dit-elle. Les bateaux, eux, n'attendent pas, et le quai non plus!"),
        ]);
        if (place % 8 == 0)
            yield return new Block.Heading(2, Words("Ce que disent les chiffres"));
        if (place % 10 == 0)
            yield return new Block.PullQuote(Words("Il faudra choisir."), "Ana Martin");
        if (place % 12 == 0)
            yield return new Block.BulletedOrNumbered(
                Numbered: false,
                1,
                [.. Enumerable.Range(0, 4).Select(n => new ListItem([new Block.Paragraph(Words($"Le port n° {n}"))]))]
            );
    }

    private static IReadOnlyList<Inline> Words(string text) => [new Inline.Text(text)];
}
