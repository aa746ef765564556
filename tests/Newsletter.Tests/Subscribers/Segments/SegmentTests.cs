using CsCheck;
using Newsletter.Subscribers.Segments;

namespace Newsletter.Tests.Subscribers.Segments;

public sealed class SegmentTests
{
    [Fact]
    public void What_is_written_back_reads_as_the_same_segment() =>
        RandomSegments.Any.Sample(
            segment =>
            {
                var text = segment.ToString();
                return text.Length > Segment.MostCharacters || Segment.Parse(text) == segment;
            },
            iter: 5000
        );

    [Theory]
    [InlineData("tag vip", "tag vip")]
    [InlineData("  TAG vip\n AND not Tag \"and\" ", "tag vip and not tag \"and\"")]
    [InlineData("field City=\"Paris\"", "field city = Paris")]
    [InlineData("field city != \"Saint Denis\"", "not field city = \"Saint Denis\"")]
    [InlineData("name is not Ada", "not name = Ada")]
    [InlineData("email ends with @example.org", "email ends with @example.org")]
    [InlineData("language is not FR", "not language is fr")]
    [InlineData("joined in the last 1 day", "joined in the last 1 day")]
    [InlineData("joined in the last 01 days", "joined in the last 1 day")]
    [InlineData("joined before 2026-01-01", "joined before 2026-01-01")]
    [InlineData("not received issue 12", "did not receive issue 12")]
    [InlineData("did not receive any of the last 5 issues", "did not receive any of the last 5 issues")]
    [InlineData("subscribed to Other-Slug", "subscribed to other-slug")]
    [InlineData("tag a or tag b and tag c", "tag a or tag b and tag c")]
    [InlineData("(tag a or tag b) and tag c", "(tag a or tag b) and tag c")]
    [InlineData("((tag a)) and (tag b and tag c)", "tag a and (tag b and tag c)")]
    [InlineData("not (tag a or tag b)", "not (tag a or tag b)")]
    [InlineData("name contains \"a \\\"b\\\" \\\\ c\"", "name contains \"a \\\"b\\\" \\\\ c\"")]
    [InlineData("state is suppressed", "state is suppressed")]
    [InlineData("rhythm is weekly", "rhythm is weekly")]
    [InlineData("has field city", "has field city")]
    public void It_is_kept_in_one_form(string typed, string kept) =>
        Assert.Equal(kept, Segment.Parse(typed).ToString());

    [Theory]
    [InlineData("tag a or tag b and tag c", typeof(Segment.Either))]
    [InlineData("(tag a or tag b) and tag c", typeof(Segment.Both))]
    [InlineData("not tag a and tag b", typeof(Segment.Both))]
    public void And_binds_more_than_or_and_not_more_than_both(string typed, Type outermost) =>
        Assert.IsType(outermost, Segment.Parse(typed));

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("tag", "At character 4 of the segment stands the end; expected was a tag.")]
    [InlineData(
        "tag vip tag b",
        "At character 9 of the segment stands \"tag\"; expected was \"and\", \"or\" or the end."
    )]
    [InlineData(
        "(tag vip",
        "At character 9 of the segment stands the end; expected was \"and\", \"or\" or the closing"
    )]
    [InlineData("tag vip and", "At character 12")]
    [InlineData("colour is red", "At character 1 of the segment stands \"colour\"; expected was name, email")]
    [InlineData("joined in the last ten days", "At character 20 of the segment stands \"ten\"")]
    [InlineData("joined in the last 9999 days", "from 1 to 1000")]
    [InlineData("joined before 2026-02-30", "expected was a day such as 2026-01-31")]
    [InlineData("joined before 0001-01-01", "expected was a day such as 2026-01-31")]
    [InlineData("received issue 0", "from 1 to")]
    [InlineData("received issue 99999999999", "stands \"99999999999\"")]
    [InlineData("state is happy", "pending, active, paused, unsubscribed, bounced, complained, suppressed")]
    [InlineData("language is french", "two letters")]
    [InlineData("tag \"vip", "is opened at character 5 of the segment is not closed")]
    [InlineData("tag vip; DROP TABLE subscribers", "At character 8 of the segment stands \";\"")]
    [InlineData("tag \"a\nb\"", "nor hold a line break")]
    [InlineData("tag \"\"", "cannot be empty")]
    [InlineData("tag \"\uD800\"", "cannot be read")]
    public void What_is_wrong_is_said_with_its_place(string typed, string said) =>
        Assert.Contains(said, Assert.Throws<Refusal>(() => Segment.Parse(typed)).Message, StringComparison.Ordinal);

    [Fact]
    public void What_is_too_long_or_too_deep_is_refused_with_a_sentence()
    {
        Assert.Contains("2000 are the most", Said(new string('x', 2001)), StringComparison.Ordinal);
        Assert.Contains("more than 20 deep", Said(new string('(', 1000)), StringComparison.Ordinal);
        Assert.Contains("more than 20 deep", Said(Times("not ", 400) + "tag a"), StringComparison.Ordinal);
        Assert.Contains("characters at the most", Said($"tag {new string('x', 61)}"), StringComparison.Ordinal);
        // Shorter as it is typed than as it is kept.
        Assert.Contains("written in full", Said(Times("name!=a or ", 180) + "tag a"), StringComparison.Ordinal);
        Assert.IsType<Segment.Either>(Segment.Parse(Times("tag a or ", 220) + "tag a"));
    }

    [Fact]
    public void Whatever_is_typed_is_read_or_refused() =>
        Gen.OneOf(Gen.String, RandomSegments.OneOf(Pieces).Array[0, 40].Select(pieces => string.Join(' ', pieces)))
            .Sample(
                text =>
                {
                    try
                    {
                        return Segment.Parse(Segment.Parse(text).ToString()).ToString() is { Length: > 0 };
                    }
                    catch (Refusal refusal)
                    {
                        return refusal.Message.Length is > 20 and < 600 + Segment.MostCharacters;
                    }
                },
                iter: 5000
            );

    private static readonly string[] Pieces =
    [
        "tag",
        "vip",
        "and",
        "or",
        "not",
        "(",
        ")",
        "joined",
        "in",
        "the",
        "last",
        "3",
        "days",
        "before",
        "2026-01-01",
        "=",
        "!=",
        "\"",
        "field",
        "city",
        "did",
        "receive",
        "received",
        "issue",
        "any",
        "of",
        "issues",
        "state",
        "is",
        "active",
        "subscribed",
        "to",
        "name",
        "contains",
        "starts",
        "with",
        "has",
        "\\",
        "\u0000",
        "é",
    ];

    private static string Said(string typed) => Assert.Throws<Refusal>(() => Segment.Parse(typed)).Message;

    private static string Times(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
}
