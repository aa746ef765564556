using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Newsletter.Addresses;
using Newsletter.Columns;
using Newsletter.Columns.Sources.Fetching;
using Newsletter.Database;
using Newsletter.Issues;
using Newsletter.Publications;
using Newsletter.Subscribers;

namespace Newsletter.Tests.Web;

/// <summary>One thing of each kind for the desk to show, each the first of its kind.</summary>
internal static partial class DeskWorld
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task FillAsync(DeskSite site, Publication publication)
    {
        await ColumnAsync(site, publication);
        await ReaderAsync(site, publication);
        await site
            .Services.GetRequiredService<SourceRegister>()
            .AddAsync(publication.Slug, SourceKind.Folder, site.Database.Folder.Path, null, false, Cancel);
        await using var db = site.Database.Open();
        db.Add(new Issue(publication.Id, publication.EveryIssue.Id, 1, site.Database.Clock.GetUtcNow()));
        await db.SaveChangesAsync(Cancel);
    }

    public static Task ColumnAsync(DeskSite site, Publication publication) =>
        site
            .Services.GetRequiredService<Intake>()
            .TakeAsync(
                publication.Slug,
                "test:1",
                new ColumnDraft("Un titre", [], [], [], "fr", Date: null, Address: null, [], []),
                Cancel
            );

    public static Task ReaderAsync(DeskSite site, Publication publication, string address = "reader@example.org") =>
        site
            .Services.GetRequiredService<Subscribing>()
            .AddAsync(publication.Slug, EmailAddress.Parse(address), null, new("paper", "Yes"), Cancel);

    public static void Add(NewsletterDb db, Publication publication, EmailAddress address, DateTimeOffset now)
    {
        var reader = new Subscriber(address, name: null, now);
        db.Add(reader);
        db.Add(new Subscription(publication.Id, reader, now));
    }

    /// <summary>A route with its places filled: the first thing of each kind.</summary>
    public static string Filled(string route) =>
        Places().Replace(route, place => place.Groups[1].Value is "slug" or "publication" ? "lettre" : "1");

    [GeneratedRegex("\\{([a-zA-Z]+)[^}]*\\}", RegexOptions.None, 1000)]
    private static partial Regex Places();
}
