using CsCheck;
using Newsletter.Columns;
using Newsletter.Tests.Rendering.Rules;

namespace Newsletter.Tests.Rendering;

/// <summary>Whatever blocks there are: parsed without an error, comments balanced, no mark left, the words in both parts.</summary>
public sealed class FuzzTests
{
    // What must hold for blocks that no author would write: the page is one, nothing is left in it, nothing is lost.
    // How it looks is held on cases and on real columns, where the words are not made of signs.
    private static readonly string[] s_held =
    [
        "H20",
        "H21",
        "H22",
        "H42",
        "H49",
        "H69",
        "H70",
        "H109",
        "H116",
        "H122",
        "T02",
        "T03",
        "T08",
        "T09",
        "T10",
        "T12",
        "T13",
        "M",
    ];

    public static TheoryData<string> Templates => [.. Issues.Templates.Names];

    [Theory]
    [MemberData(nameof(Templates))]
    public void Random_blocks_break_no_rule(string template) =>
        RandomBlocks.Columns.Sample(
            parts =>
            {
                var column = Issues.Column(parts.Title, parts.Blocks) with
                {
                    Standfirst = parts.Standfirst,
                    Authors = [.. parts.Authors.Select(name => new Byline(name, name))],
                };
                var sample = Samples.Of(
                    "fuzz",
                    Issues.Of("en", column) with
                    {
                        Template = template,
                    },
                    isAboutMarkup: true
                );
                No.Faults(RuleBook.Faults(sample).Where(IsHeld));
            },
            iter: Environment.GetEnvironmentVariable("NEWSLETTER_TESTS_LONG") == "1" ? 5000 : 200,
            threads: 1
        );

    private static bool IsHeld(string fault) =>
        s_held.Any(rule => fault.StartsWith(rule == "M" ? rule : rule + " ", StringComparison.Ordinal));
}
