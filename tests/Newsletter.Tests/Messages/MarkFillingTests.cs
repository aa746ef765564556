using Newsletter.Messages;
using Newsletter.Rendering;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Messages;

public sealed class MarkFillingTests
{
    private static readonly ReaderValues Values = new(
        "<b>\"A\" & 'B'</b>\r\n\0",
        "a@example.com",
        "https://x.example/u?a=1&b=2"
    );

    [Fact]
    public void A_value_in_html_is_text_and_never_markup() =>
        Assert.Equal(
            "<p>&lt;b&gt;&quot;A&quot; &amp; &#39;B&#39;&lt;/b&gt;   <a href=\"https://x.example/u?a=1&amp;b=2\">",
            MarkFilling.Parse($"<p>{Mark.ReaderName}<a href=\"{Mark.UnsubscribeUrl}\">").InHtml(Values)
        );

    [Fact]
    public void The_two_links_of_a_reader_have_one_token() =>
        Assert.Equal(
            "https://x.example/unsubscribe/preferences/abc",
            MarkFilling
                .Parse(Mark.PreferencesUrl)
                .InText(Values with { UnsubscribeUrl = "https://x.example/unsubscribe/unsubscribe/abc" })
        );

    [Fact]
    public void A_subject_stays_one_line_whatever_a_reader_is_called() =>
        Assert.Equal("For <b>\"A\" & 'B'</b>", MarkFilling.Parse($"For {Mark.ReaderName}").InSubject(Values));

    [Fact]
    public void A_value_that_looks_like_a_mark_is_not_filled_again() =>
        Assert.Equal(
            $"{Mark.UnsubscribeUrl}!",
            MarkFilling.Parse($"{Mark.ReaderName}!").InText(Values with { Name = Mark.UnsubscribeUrl })
        );

    [Theory]
    [InlineData("a \uE000unknown\uE001 b")]
    [InlineData("a \uE000reader_name b")]
    [InlineData("a reader_name\uE001 b")]
    public void A_mark_that_is_unknown_or_half_is_a_fault_of_the_template(string content) =>
        Assert.Throws<InvalidOperationException>(() => MarkFilling.Parse(content));

    [Fact]
    public void The_copy_for_the_browser_names_nobody() =>
        Assert.Equal(
            "<p>Bonjour , <a href=\"/lettre/leave\">partir</a></p>",
            BrowserCopy.Html(DeliveryBench.Content(), "/lettre/leave")
        );
}
