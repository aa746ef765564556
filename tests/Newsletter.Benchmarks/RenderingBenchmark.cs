using BenchmarkDotNet.Attributes;
using Newsletter.Rendering;

namespace Newsletter.Benchmarks;

/// <summary>
/// An issue of ten long columns, some 12,000 characters each, once the templates are parsed. What is wanted: under
/// 50 ms and under 20 MB allocated.
/// </summary>
public class RenderingBenchmark
{
    private readonly IssueRenderer renderer = new(new TemplateFolder(LongIssue.Templates));

    private readonly RenderInput input = LongIssue.Of(10);
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
            foreach (var file in Directory.EnumerateFiles(Path.Combine(LongIssue.Templates, folder)))
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
        byReader
            .Html(
                new ReaderInput(
                    "Zoé",
                    "zoe@example.com",
                    "https://lettre.example.org/unsubscribe/1",
                    "https://lettre.example.org/preferences/1"
                )
            )
            .Length;
}
