using Newsletter.Columns;
using Newsletter.Tests.Rendering.Rules;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Rendering;

/// <summary>A column as it was published; its reader is another stage's, so its blocks are cut by hand here.</summary>
public sealed class RealColumnTests
{
    [Fact]
    public void A_real_column_keeps_every_rule()
    {
        var pieces = File.ReadAllText(TestData.PathOf("columns/bluekiwi-et-instagram.txt")).Trim().Split("\n\n");
        var body = pieces[2..^1].Select(Block).ToArray();
        var input = Issues.Of(
            "fr",
            Issues.Column(pieces[0], body) with
            {
                Authors = [new Byline("Jean-Pierre Morel", "Président")],
            }
        );
        var sample = Samples.Of("default/real", input);
        Assert.Empty(RuleBook.Faults(sample));
        Assert.Single(sample.Mail.Page.QuerySelectorAll("blockquote"));
    }

    private static Block Block(string piece) =>
        piece.StartsWith("[pullquote", StringComparison.Ordinal)
            ? new Block.PullQuote(Issues.T(piece[(piece.IndexOf(']') + 1)..piece.LastIndexOf('[')]))
            : Issues.P(piece);
}
