using Newsletter.Messages;
using Newsletter.Rendering;
using Newsletter.Review;

namespace Newsletter.Tests.Review;

public sealed class LeftoversTests
{
    [Theory]
    [InlineData("<p>Dear {{ name }},</p>", "{{ name }}")]
    [InlineData("<p>Dear *|FNAME|*,</p>", "*|FNAME|*")]
    [InlineData("<p>Dear %%name%%,</p>", "%%name%%")]
    [InlineData("<a href=\"https://example.org/?u={{ id }}\">x</a>", "{{ id }}")]
    [InlineData("<p>[pullquote align=»right»]Words</p>", "[pullquote align=")]
    [InlineData("<p>Words[/pullquote]</p>", "[/pullquote]")]
    public void What_was_left_behind_is_found(string html, string found) =>
        Assert.Equal(found, Leftovers.FirstIn(Of(html)));

    [Theory]
    [InlineData("<p>Five [sic] columns, [1] and […] of 100%.</p>")]
    [InlineData("<pre><code>Dear {{ name }},</code></pre>")]
    [InlineData("<p>A [quote] and a [caption] are words.</p>")]
    public void What_belongs_to_the_column_is_let_alone(string html) => Assert.Null(Leftovers.FirstIn(Of(html)));

    [Fact]
    public void A_bundle_without_an_unsubscribe_link_is_blocked()
    {
        var report = Preflight.Check(Of("<p>No link.</p>"), [], postalAddress: null);
        Assert.Equal(["unsubscribe"], report.Blocking.Select(finding => finding.Rule).Distinct());
        Assert.False(report.Passes);
    }

    [Fact]
    public void A_bundle_in_order_passes()
    {
        var content = Of($"<a href=\"{Mark.UnsubscribeUrl}\">Leave</a>") with
        {
            Text = $"Leave:\n{Mark.UnsubscribeUrl}\n",
        };
        Assert.True(Preflight.Check(content, [], "1 Street").Passes);
    }

    private static BundleContent Of(string html) =>
        new(
            "A",
            "a@example.org",
            null,
            "Subject",
            "Preheader",
            html,
            null,
            "Text",
            null,
            "A",
            "a",
            "en",
            "https://example.org",
            "every"
        );
}
