using Newsletter.Columns;
using Newsletter.Rendering;
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
        var issue = Issues.Render(input);
        var mail = new Mail(
            issue.Html.Replace(Mark.UnsubscribeUrl, RuleTests.Unsubscribe, StringComparison.Ordinal),
            "fr"
        );
        var letter = new Letter(
            issue.Text.Replace(Mark.UnsubscribeUrl, RuleTests.Unsubscribe, StringComparison.Ordinal),
            mail,
            IsHostile: false
        );
        Assert.Empty(RuleTests.Html.SelectMany(rule => rule.Faults(mail).Select(fault => $"{rule}: {fault}")));
        Assert.Empty(TextRules.All.SelectMany(rule => rule.Faults(letter).Select(fault => $"{rule}: {fault}")));
        Assert.Single(mail.Page.QuerySelectorAll("blockquote"));
    }

    private static Block Block(string piece) =>
        piece.StartsWith("[pullquote", StringComparison.Ordinal)
            ? new Block.PullQuote(Issues.T(piece[(piece.IndexOf(']') + 1)..piece.LastIndexOf('[')]))
            : Issues.P(piece);
}
