using System.Text.Json;
using Newsletter.Columns;
using Newsletter.Columns.Cleaning.Shortcodes;
using Newsletter.Columns.Sources;
using Newsletter.Rendering;
using Newsletter.Tests.Columns.Sources;
using Newsletter.Tests.Rendering.Rules;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Rendering;

/// <summary>Columns that nobody here wrote, through every template: no crash, no rule broken.</summary>
public sealed class RealColumnTests
{
    // What is long takes seconds in every rule; the rest of such a file is of the same hand.
    private const int MostOfAFile = 12;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_file_that_is_a_column_keeps_every_rule()
    {
        var inputs = new List<(string, RenderInput, bool)>();
        foreach (var file in TestData.FilesOf("columns"))
        {
            // The specification of a language of marks shows what none of its readers may keep.
            if (await DraftAsync(file) is { } draft)
                inputs.Add(
                    (Path.GetFileName(file), InputOf(draft), file.EndsWith("spec.txt", StringComparison.Ordinal))
                );
        }
        Assert.True(inputs.Count >= 2, $"Only {inputs.Count} files could be read.");
        KeepsEveryRule(inputs);
    }

    [Fact]
    public async Task Every_example_of_commonmark_keeps_every_rule()
    {
        var json = await File.ReadAllTextAsync(TestData.PathOf("columns/markdown/commonmark-spec.json"), Cancel);
        using var examples = JsonDocument.Parse(json);
        var sections = examples
            .RootElement.EnumerateArray()
            .GroupBy(example => example.GetProperty("section").GetString()!)
            .ToList();
        Assert.NotEmpty(sections);
        KeepsEveryRule(sections.Select(section => (section.Key, InputOf(DraftOf(section)), true)));
    }

    [Theory]
    [InlineData("columns/wxr", 20)]
    [InlineData("columns/migrate", 5)]
    [InlineData("feeds", 40)]
    public void What_exports_and_feeds_hold_keeps_every_rule(string folder, int fewest)
    {
        var inputs = TestData
            .FilesOf(folder)
            .SelectMany(file => DerivedColumns.Of(file, MostOfAFile).Select(input => (Path.GetFileName(file), input)))
            .ToList();
        Assert.True(inputs.Count >= fewest, $"Only {inputs.Count} columns could be made of {folder}.");
        KeepsEveryRule(inputs.Select(one => (one.Item1, one.input, true)));
    }

    private static ColumnDraft DraftOf(IGrouping<string, JsonElement> section) =>
        DraftText.OfMarkdown(
            $"# {section.Key}\n\n{string.Join("\n\n", section.Select(example => example.GetProperty("markdown").GetString()))}"
        );

    private static void KeepsEveryRule(IEnumerable<(string Name, RenderInput Input, bool IsAboutMarkup)> inputs) =>
        No.Faults((inputs.SelectMany(one => Faults(one.Name, one.Input, one.IsAboutMarkup))));

    private static IEnumerable<string> Faults(string name, RenderInput input, bool isAboutMarkup) =>
        from template in Issues.Templates.Names
        from fault in RuleBook.Faults(Samples.Of(name, input with { Template = template }, isAboutMarkup))
        select $"{template}/{name}: {fault}";

    private static async Task<ColumnDraft?> DraftAsync(string file)
    {
        try
        {
            return await ColumnFile.ReadAsync(file, ColumnFormat.Auto, ShortcodeNames.Usual, Cancel);
        }
        catch (Refusal)
        {
            return null;
        }
    }

    private static RenderInput InputOf(ColumnDraft draft) =>
        Issues.Of(
            draft.Language ?? "en",
            new ColumnInput(
                1,
                draft.Title,
                draft.Standfirst,
                draft.Authors,
                draft.Blocks,
                draft.Language,
                draft.Date,
                draft.Address
            )
        );
}
