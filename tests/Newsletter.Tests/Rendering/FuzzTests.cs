using CsCheck;
using Newsletter.Columns;
using Newsletter.Tests.Rendering.Rules;

namespace Newsletter.Tests.Rendering;

/// <summary>Whatever blocks there are, the mail keeps every rule: parsed without an error, no mark left, the words in both parts.</summary>
public sealed class FuzzTests
{
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
                No.Faults((RuleBook.Faults(sample)));
            },
            iter: Environment.GetEnvironmentVariable("NEWSLETTER_TESTS_LONG") == "1" ? 5000 : 200,
            threads: 1
        );
}
