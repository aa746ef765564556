using Newsletter.Columns;
using Newsletter.Columns.Cleaning.Html;
using Newsletter.Columns.Cleaning.Shortcodes;

namespace Newsletter.Tests.Columns.Cleaning.Html;

/// <summary>Columns whose every piece stands in a widget of a page builder.</summary>
public sealed class PageBuildersTests
{
    [Theory]
    [InlineData("elementor-element elementor-widget elementor-widget-text-editor", "elementor-widget-container")]
    [InlineData("so-panel widget widget_sow-editor panel-first-child", "siteorigin-widget-tinymce textwidget")]
    [InlineData("et_pb_module et_pb_text", "et_pb_text_inner")]
    [InlineData("wpb_text_column wpb_content_element", "wpb_wrapper")]
    public void The_text_in_each_widget_is_the_column(string widget, string inside)
    {
        var html = string.Concat(
            Enumerable
                .Range(1, 5)
                .Select(place =>
                    $"<div class=\"{widget}\"><div class=\"{inside}\"><p>Paragraph {place}.</p></div></div>"
                )
        );
        var blocks = HtmlColumn.Read(html, new HtmlOrigin(null, "en", "Title", ShortcodeNames.Usual)).Blocks;
        Assert.Equal(
            Enumerable.Range(1, 5).Select(place => $"Paragraph {place}."),
            blocks.Select(block => BlockText.Of(block).Trim())
        );
    }

    [Fact]
    public void A_widget_that_shares_or_leads_elsewhere_goes()
    {
        const string Html =
            "<div class='elementor-widget elementor-widget-text-editor'><p>The text.</p></div>"
            + "<div class='elementor-widget elementor-widget-share-buttons'><p>Share me</p></div>"
            + "<div class='elementor-widget elementor-widget-nav-menu'><p>Menu</p></div>"
            + "<div class='widget widget_recent'><p>A widget of the theme</p></div>";
        var blocks = HtmlColumn.Read(Html, new HtmlOrigin(null, "en", "Title", ShortcodeNames.Usual)).Blocks;
        Assert.Equal("The text.", BlockText.Of(Assert.Single(blocks)).Trim());
    }
}
