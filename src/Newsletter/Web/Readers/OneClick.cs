using Newsletter.Addresses;
using Newsletter.Subscribers;

namespace Newsletter.Web.Readers;

/// <summary>
/// RFC 8058: a mail provider posts to the link of a mail, with no cookie and no page behind it, and shows its reader
/// nothing of the answer. It is answered here, before any page is made; a browser, which asks for HTML, gets the page.
/// </summary>
internal static class OneClick
{
    private const string Path = "/unsubscribe/";
    private const string How = "one-click unsubscribe (RFC 8058)";

    public static void UseOneClick(this WebApplication app) =>
        app.Use(next =>
            async context =>
            {
                if (!await IsAnsweredAsync(context))
                    await next(context);
            }
        );

    // What is no token of ours is the page's to answer. The body is not read: it is one pair, in several forms.
    private static async ValueTask<bool> IsAnsweredAsync(HttpContext context)
    {
        var request = context.Request;
        if (
            !HttpMethods.IsPost(request.Method)
            || request.Path.Value is not { } path
            || path.Length != Path.Length + ReaderLink.TextLength
            || !path.StartsWith(Path, StringComparison.Ordinal)
            || request.QueryString.HasValue
            || request.ContentLength > ReaderPage.LargestBody
            || request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase)
        )
            return false;
        var services = context.RequestServices;
        var id = await services
            .GetRequiredService<ReaderLinks>()
            .NumberOrNullAsync(path[Path.Length..], LinkPurpose.Unsubscribe, CancellationToken.None);
        if (id is null)
            return false;
        // On disk before the answer. A subscription that was erased is answered like one that ends now.
        await services
            .GetRequiredService<Unsubscribing>()
            .LeaveAsync(id.Value, new Origin(How, Network.OrNull(context.Connection.RemoteIpAddress)));
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        context.Response.ContentType = "text/plain; charset=utf-8";
        await context.Response.WriteAsync("Unsubscribed.\n", CancellationToken.None);
        return true;
    }
}
