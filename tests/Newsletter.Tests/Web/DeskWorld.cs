using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Newsletter.Addresses;
using Newsletter.Columns;
using Newsletter.Columns.Sources.Fetching;
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
        var services = site.Services;
        await services
            .GetRequiredService<Intake>()
            .TakeAsync(
                publication.Slug,
                "test:1",
                new ColumnDraft("Un titre", [], [], [], "fr", Date: null, Address: null, [], []),
                Cancel
            );
        await services
            .GetRequiredService<Subscribing>()
            .AddAsync(publication.Slug, EmailAddress.Parse("reader@example.org"), null, new("paper", "Yes"), Cancel);
        await services
            .GetRequiredService<SourceRegister>()
            .AddAsync(publication.Slug, SourceKind.Folder, site.Database.Folder.Path, null, false, Cancel);
        await using var db = site.Database.Open();
        db.Add(new Issue(publication.Id, publication.EveryIssue.Id, 1, site.Database.Clock.GetUtcNow()));
        await db.SaveChangesAsync(Cancel);
    }

    /// <summary>A route with its places filled: the first thing of each kind.</summary>
    public static string Filled(string route) =>
        Places().Replace(route, place => place.Groups[1].Value is "slug" or "publication" ? "lettre" : "1");

    [GeneratedRegex("\\{([a-zA-Z]+)[^}]*\\}", RegexOptions.None, 1000)]
    private static partial Regex Places();
}
