using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Columns.Sources.Fetching;

/// <summary>
/// A WordPress site as its REST interface answers: fields, paging headers and error codes from the schema of posts
/// (https://developer.wordpress.org/rest-api/reference/posts/).
/// </summary>
internal sealed class WordPressSite : IAsyncDisposable
{
    private readonly List<JsonObject> posts = [];
    private PictureServer server = null!;

    private WordPressSite() { }

    /// <summary>Where the interface stands: "/wp-json", or elsewhere, which only the pages say.</summary>
    public string Interface { get; init; } = "/wp-json";

    /// <summary>Whether it is older than WordPress 5.7, which brought modified_after.</summary>
    public bool IsOld { get; set; }

    /// <summary>Whether a proxy takes away how many pages there are.</summary>
    public bool HidesPages { get; set; }

    /// <summary>Answers before the site does; true where it has.</summary>
    public Func<HttpContext, Task<bool>> First { get; set; } = _ => Task.FromResult(false);

    public string Root => server.Root;

    public IEnumerable<string> Asked => server.Asked;

    public static async Task<WordPressSite> StartAsync(string at = "/wp-json")
    {
        var site = new WordPressSite { Interface = at };
        site.server = await PictureServer.StartAsync(site.AnswerAsync);
        return site;
    }

    public JsonObject Post(
        int id,
        string title,
        string content,
        string day = "2026-03-01",
        string author = "Ada Lovelace"
    )
    {
        var post = new JsonObject
        {
            ["id"] = id,
            ["date"] = $"{day}T09:00:00",
            ["date_gmt"] = $"{day}T08:00:00",
            ["modified_gmt"] = $"{day}T08:00:00",
            ["guid"] = new JsonObject { ["rendered"] = $"https://site.example/?p={id}" },
            ["status"] = "publish",
            ["type"] = "post",
            ["link"] = $"https://site.example/{id}/",
            ["title"] = new JsonObject { ["rendered"] = title },
            ["content"] = new JsonObject { ["rendered"] = content, ["protected"] = false },
            ["excerpt"] = new JsonObject { ["rendered"] = "<p>…</p>", ["protected"] = false },
            ["_embedded"] = new JsonObject
            {
                ["author"] = new JsonArray(new JsonObject { ["id"] = 1, ["name"] = author }),
                ["wp:featuredmedia"] = new JsonArray(new JsonObject { ["code"] = "rest_forbidden" }),
                ["wp:term"] = new JsonArray(
                    new JsonArray(new JsonObject { ["taxonomy"] = "category", ["name"] = "Tribunes" })
                ),
            },
        };
        posts.Add(post);
        return post;
    }

    public void Remove(JsonObject post) => posts.Remove(post);

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        if (await First(context))
            return;
        var path = context.Request.Path.Value!;
        if (path == Interface + "/wp/v2/posts")
            await PostsAsync(context);
        else if (path == Interface + "/")
            await context.Response.WriteAsync("""{"name":"Le Site &amp; moi"}""");
        else if (path == "/" && Interface != "/wp-json")
            await context.Response.WriteAsync(
                $"<html><head><link rel='https://api.w.org/' href='{Root}{Interface}/'><link rel='alternate' type='application/rss+xml' href='/fil.xml'></head>"
            );
        else
            context.Response.StatusCode = 404;
    }

    private async Task PostsAsync(HttpContext context)
    {
        var query = context.Request.Query;
        int Of(string name, int usual) =>
            query.TryGetValue(name, out var text) ? int.Parse(text!, CultureInfo.InvariantCulture) : usual;
        var (page, per) = (Of("page", 1), Of("per_page", 10));
        var found = posts
            .Where(post => IsAfter(post, "date", query["after"]))
            .Where(post => IsAfter(post, "modified_gmt", IsOld ? "" : query["modified_after"]))
            .OrderByDescending(
                post => (string?)post[query["orderby"] == "modified" ? "modified_gmt" : "date"],
                StringComparer.Ordinal
            )
            .ToList();
        var pages = (found.Count + per - 1) / per;
        if (!HidesPages)
            context.Response.Headers["X-WP-TotalPages"] = pages.ToString(CultureInfo.InvariantCulture);
        if (page > 1 && page > pages)
        {
            context.Response.StatusCode = 400;
            await context.Response.WriteAsync("""{"code":"rest_post_invalid_page_number"}""");
            return;
        }

        context.Response.ContentType = "application/json; charset=UTF-8";
        var shown = new JsonArray([.. found.Skip((page - 1) * per).Take(per).Select(post => post.DeepClone())]);
        await context.Response.WriteAsync(shown.ToJsonString());
    }

    private static bool IsAfter(JsonObject post, string field, string? instant) =>
        string.IsNullOrEmpty(instant) || string.CompareOrdinal((string?)post[field], instant) > 0;
}
