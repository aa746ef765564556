using Newsletter.Publications;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Publications;

public sealed class RuleReadingTests
{
    [Fact]
    public void Each_setting_is_kept_and_those_not_named_stay()
    {
        var publication = Some.Publication();
        RuleReading.Apply(
            new RuleSettings
            {
                Categories = "Essays, Reviews,essays",
                Authors = "Ada Marchand",
                Languages = "FR,en",
                Minimum = 2,
                Maximum = "7",
                Order = "lead",
                TooFew = "send",
                Lead = "whole",
                Others = "excerpt",
                SubjectPattern = "{publication} {number}: {title}",
                Approval = "person",
                DraftBefore = "36h",
                Missed = "skip",
            },
            publication
        );
        RuleReading.Apply(new RuleSettings { PreheaderPattern = "{count} columns" }, publication);

        var policy = EditionPolicy.Parse(publication.EveryIssue.PolicyJson);
        Assert.Equal(["Essays", "Reviews"], policy.Categories);
        Assert.Equal(["Ada Marchand"], policy.Authors);
        Assert.Equal(["fr", "en"], policy.Languages);
        Assert.Equal((2, 7), (publication.EveryIssue.Minimum, policy.Most));
        Assert.Equal((ColumnOrder.Lead, true), (policy.Order, policy.SendsTooFew));
        Assert.Equal((Extent.Whole, Extent.Excerpt), (policy.Lead, policy.Others));
        Assert.Equal("{publication} {number}: {title}", policy.SubjectPattern);
        Assert.Equal("{count} columns", policy.PreheaderPattern);
        Assert.Equal((true, true), (policy.NeedsPerson, policy.SkipsMissed));
        Assert.Equal(TimeSpan.FromHours(36), policy.DraftLead);
    }

    [Fact]
    public void What_is_taken_away_leaves_the_rule_as_it_was_at_first()
    {
        var publication = Some.Publication();
        RuleReading.Apply(
            new RuleSettings
            {
                Authors = "A",
                Maximum = "3",
                SubjectPattern = "S",
                DraftBefore = "1h",
            },
            publication
        );
        RuleReading.Apply(
            new RuleSettings
            {
                Authors = "all",
                Maximum = "none",
                SubjectPattern = "",
                DraftBefore = "off",
            },
            publication
        );
        Assert.Null(publication.EveryIssue.PolicyJson);
    }

    [Fact]
    public void A_rule_of_a_slower_edition_leaves_the_others_alone_and_offers_it_not_yet()
    {
        var publication = Some.Publication();
        RuleReading.Apply(new RuleSettings { Rhythm = "weekly", Maximum = "3" }, publication);
        Assert.Equal(3, publication.EditionOf("weekly")?.Policy.Most);
        Assert.Null(publication.EveryIssue.PolicyJson);
        Assert.Single(publication.OfferedEditions);
    }

    [Theory]
    [InlineData("--edition", "daily")]
    [InlineData("--categories", " , ")]
    [InlineData("--languages", "klingon")]
    [InlineData("--maximum", "0")]
    [InlineData("--maximum", "201")]
    [InlineData("--maximum", "many")]
    [InlineData("--order", "2")]
    [InlineData("--order", "random")]
    [InlineData("--too-few", "maybe")]
    [InlineData("--lead", "half")]
    [InlineData("--others", "none")]
    [InlineData("--approval", "nobody")]
    [InlineData("--draft-before", "15d")]
    [InlineData("--draft-before", "soon")]
    [InlineData("--missed", "later")]
    [InlineData("--subject-pattern", "{publication} {nummer}")]
    [InlineData("--subject-pattern", "{publication")]
    [InlineData("--subject-pattern", "{}")]
    [InlineData("--preheader-pattern", "one\ntwo")]
    public void What_a_setting_cannot_be_is_refused_with_its_name(string option, string value)
    {
        var settings = option switch
        {
            "--edition" => new RuleSettings { Rhythm = value, Maximum = "3" },
            "--categories" => new RuleSettings { Categories = value },
            "--languages" => new RuleSettings { Languages = value },
            "--maximum" => new RuleSettings { Maximum = value },
            "--order" => new RuleSettings { Order = value },
            "--too-few" => new RuleSettings { TooFew = value },
            "--lead" => new RuleSettings { Lead = value },
            "--others" => new RuleSettings { Others = value },
            "--approval" => new RuleSettings { Approval = value },
            "--draft-before" => new RuleSettings { DraftBefore = value },
            "--missed" => new RuleSettings { Missed = value },
            "--subject-pattern" => new RuleSettings { SubjectPattern = value },
            _ => new RuleSettings { PreheaderPattern = value },
        };
        var publication = Some.Publication();
        var refusal = Assert.Throws<Refusal>(() => RuleReading.Apply(settings, publication));
        if (option != "--languages")
            Assert.Contains(option, refusal.Message, StringComparison.Ordinal);
        Assert.Null(publication.EveryIssue.PolicyJson);
    }

    [Fact]
    public void An_issue_cannot_need_more_than_it_takes()
    {
        var publication = Some.Publication();
        var refusal = Assert.Throws<Refusal>(() =>
            RuleReading.Apply(new RuleSettings { Minimum = 5, Maximum = "3" }, publication)
        );
        Assert.Contains("--minimum", refusal.Message, StringComparison.Ordinal);
        RuleReading.Apply(new RuleSettings { Maximum = "3" }, Some.Publication());
    }

    [Fact]
    public void A_pattern_is_filled_once_and_cut_at_what_an_inbox_keeps()
    {
        var words = new HeadlineWords("The {number}", "12", "5 March", $"{new string('t', 400)}", "3");
        Assert.Equal("The {number} 12 3", HeadlinePattern.Fill("{publication} {number}  {count}", words));
        var cut = HeadlinePattern.Fill("{title}", words);
        Assert.Equal((300, '…'), (cut!.Length, cut[^1]));
        Assert.Null(HeadlinePattern.Fill(null, words));
    }
}
