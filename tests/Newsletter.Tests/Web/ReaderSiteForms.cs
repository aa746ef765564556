using System.Net;
using Microsoft.EntityFrameworkCore;
using Newsletter.Publications;
using Newsletter.Subscribers;

namespace Newsletter.Tests.Web;

/// <summary>What tests of the readers' forms do on a site.</summary>
internal static class ReaderSiteForms
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Posts a form as a browser does, and gives the page that came back with 200, as text that a person reads.</summary>
    public static async Task<string> PostAsync(
        this ReaderSite site,
        string path,
        params (string Name, string Value)[] fields
    )
    {
        using var form = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        using var answer = await site.Client.PostAsync(path, form, Cancel);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancel));
    }

    public static async Task<string> GetAsync(this ReaderSite site, string path)
    {
        using var answer = await site.Client.GetAsync(path, Cancel);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancel));
    }

    public static async Task SetAsync(this ReaderSite site, Publication publication, Action<Publication> set)
    {
        await using var db = site.Database.Open();
        set(await db.Publications.SingleAsync(p => p.Id == publication.Id, Cancel));
        await db.SaveChangesAsync(Cancel);
    }

    public static async Task<Subscription> SubscriptionAsync(this ReaderSite site, long id)
    {
        await using var db = site.Database.Open();
        return await db.Subscriptions.AsNoTracking().Include(s => s.Subscriber).SingleAsync(s => s.Id == id, Cancel);
    }

    public static async Task<string> TokenAsync(this ReaderSite site, LinkPurpose purpose, long number)
    {
        var keys = new LinkKeys(site.Database.Databases, site.Database.Lane, site.Database.Clock);
        return ReaderLink.Token(await keys.SigningAsync(Cancel), purpose, number);
    }

    /// <summary>The path of the page for an hour that a mail of this kind would lead to, made by asking for one.</summary>
    public static async Task<string> HourPathAsync(this ReaderSite site, string preferences)
    {
        await site.PostAsync(preferences + "/own-data");
        await using var db = site.Database.Open();
        var request = await db.ReaderRequests.OrderByDescending(r => r.Id).FirstAsync(Cancel);
        Assert.Equal(ReaderRequestKind.OwnData, request.Kind);
        return "/my-data/" + await site.TokenAsync(LinkPurpose.OwnData, request.Id);
    }
}
