using System.Net;
using Microsoft.EntityFrameworkCore;
using Newsletter.Columns;
using Newsletter.Staff;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Web;

public sealed class DeskColumnsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task Columns_are_held_back_and_released(Provider provider)
    {
        await using var site = await DeskSite.StartAsync(provider);
        var here = await site.PublicationAsync();
        await DeskWorld.ColumnAsync(site, here);
        using var editor = await site.SignedInAsync(StaffRole.Editor, here.Id);
        foreach (var (decision, word) in new[] { ("Held", "held back"), ("Skipped", "skipped"), ("Open", "waiting") })
        {
            using var done = await DeskSite.PostToAsync(
                editor,
                "/desk/columns",
                $"/desk/columns?publication={here.Slug}",
                ("columns", "1"),
                ("decision", decision)
            );
            Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
            var page = await editor.GetStringAsync(done.Headers.Location, Cancel);
            Assert.Contains($"<span class=\"state\">{word}</span>", page, StringComparison.Ordinal);
        }
        await using var db = site.Database.Open();
        Assert.Equal(3, await db.Set<AuditEntry>().CountAsync(e => e.Subject == "column 1", Cancel));
    }

    [Fact]
    public async Task Nobody_decides_on_the_columns_of_another_publication()
    {
        await using var site = await DeskSite.StartAsync(Provider.Sqlite);
        var here = await site.PublicationAsync();
        var other = await site.PublicationAsync("autre");
        await DeskWorld.ColumnAsync(site, here);
        using var editor = await site.SignedInAsync(StaffRole.Editor, other.Id);
        using var refused = await DeskSite.PostToAsync(
            editor,
            "/desk/columns",
            $"/desk/columns?publication={here.Slug}",
            ("columns", "1"),
            ("decision", "Skipped")
        );
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        await using var db = site.Database.Open();
        Assert.Equal(OfferState.Open, (await db.Set<Offer>().SingleAsync(Cancel)).State);
    }

    [Theory]
    [InlineData("UN TITRE", true)]
    [InlineData("etre", false)]
    public async Task A_column_is_found_by_its_title(string typed, bool isFound)
    {
        await using var site = await DeskSite.StartAsync(Provider.Sqlite);
        await DeskWorld.ColumnAsync(site, await site.PublicationAsync());
        using var editor = await site.SignedInAsync(StaffRole.Editor);
        var page = await editor.GetStringAsync(
            new Uri($"/desk/columns?title={Uri.EscapeDataString(typed)}", UriKind.Relative),
            Cancel
        );
        Assert.Equal(isFound, page.Contains("Un titre", StringComparison.Ordinal));
    }
}
