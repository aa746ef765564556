using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Newsletter.Subscribers;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Web;

/// <summary>The pages in a text browser, which knows no style sheet: what stands in a line there, and what is chosen.</summary>
public sealed class WithoutStylesTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public async Task Each_field_has_a_line_with_its_label_and_each_button_and_link_says_what_it_does(string language)
    {
        await using var site = await ReaderSite.StartAsync(Provider.Sqlite);
        var first = await site.PublicationAsync(language: language);
        var (id, path) = await site.ReaderAsync(first);
        await site.ReaderAsync(await site.PublicationAsync("hebdo", "L’Hebdo", language));
        await site.IssueAsync(first, "<p></p>", started: true);
        await using (var db = site.Database.Open())
        {
            await db.Database.ExecuteSqlAsync(
                $"INSERT INTO editions (publication_id, rhythm, minimum) SELECT id, 'monthly', 1 FROM publications",
                Cancel
            );
        }

        var preferences = "/preferences/" + await site.TokenAsync(LinkPurpose.Preferences, id);
        var hour = await site.HourPathAsync(preferences);
        var pages = new List<string>();
        foreach (
            var at in new[] { "/", "/lettre/subscribe", "/unsubscribe", path, preferences, hour, hour + "/new-address" }
        )
            pages.Add(await site.Client.GetStringAsync(at, Cancel));
        using (var left = await site.SendAsync(path + "?from=page", []))
            pages.Add(await left.Content.ReadAsStringAsync(Cancel));
        Assert.Empty(pages.SelectMany(Faults));
    }

    [Fact]
    public async Task Who_chooses_no_reason_has_said_none()
    {
        await using var site = await ReaderSite.StartAsync(Provider.Sqlite);
        var (_, path) = await site.ReaderAsync(await site.PublicationAsync());
        await site.PostAsync(path);
        await site.PostAsync(path + "/why", ("reason", ""), ("words", ""));
        await using var db = site.Database.Open();
        Assert.Equal(0, await db.LeavingReasons.CountAsync(Cancel));
    }

    private static IEnumerable<string> Faults(string page)
    {
        var document = new HtmlParser().ParseDocument(page);
        var labels = document.QuerySelectorAll("label");
        foreach (var label in labels.Where(label => !IsAloneInItsBlock(label)))
            yield return $"shares its line: {label.OuterHtml}";
        foreach (var field in document.QuerySelectorAll("input:not([type=hidden]),select,textarea"))
        {
            if (!labels.Any(label => label.Contains(field) || label.GetAttribute("for") == field.Id))
                yield return $"has no label: {field.OuterHtml}";
        }

        foreach (var act in document.QuerySelectorAll("button,a").Where(act => act.TextContent.Trim().Length < 3))
            yield return $"says nothing: {act.OuterHtml}";
        // HTML 2 chose the first where none was, and text browsers do so still.
        foreach (var group in document.QuerySelectorAll<IHtmlInputElement>("[type=radio]").GroupBy(radio => radio.Name))
        {
            if (!group.First().IsChecked || group.First().Value.Length > 0)
                yield return $"is chosen by nobody: {group.First().OuterHtml}";
        }

        foreach (var bold in document.QuerySelectorAll("li b").Where(bold => bold.NextSibling is not null))
            yield return $"runs on: {bold.ParentElement!.OuterHtml}";
    }

    private static bool IsAloneInItsBlock(IElement label) =>
        label.ParentElement is { LocalName: "p" or "div" } block
        && block.FirstElementChild == label
        && block.QuerySelectorAll("label").Length == 1;
}
