using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Newsletter.Staff;
using Newsletter.Tests.Testing;
using Newsletter.Web.Desk;

namespace Newsletter.Tests.Web;

/// <summary>Every route of the desk, asked with every role: the program's own list of routes is what is walked.</summary>
public sealed partial class DeskRoutesTests
{
    /// <summary>What belongs to no single publication: only an admin of all may see it.</summary>
    private const string OfAll = "/desk/installation";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_role_does_what_it_may_not_and_every_role_sees_what_it_may()
    {
        await using var site = await DeskSite.StartAsync(Provider.Sqlite);
        var here = await site.PublicationAsync();
        var elsewhere = await site.PublicationAsync("autre");
        await DeskWorld.FillAsync(site, here);
        var browsers = new Dictionary<StaffRole, HttpClient>();
        foreach (var role in Enum.GetValues<StaffRole>())
            browsers[role] = await site.SignedInAsync(role, here.Id);
        using var ofAll = await site.SignedInAsync(StaffRole.Admin, publicationId: null, "all@example.org");
        using var stranger = await site.SignedInAsync(StaffRole.Admin, elsewhere.Id, "stranger@example.org");
        using var nobody = await site.SignedInAsync(role: null);
        using var visitor = site.Visitor();
        var wrong = new List<string>();

        foreach (var (path, page) in Pages(site))
        {
            var needed = page.GetCustomAttribute<NeedsAttribute>();
            if (needed is null)
                continue;
            await ExpectAsync(visitor, HttpMethod.Get, path, wrong, HttpStatusCode.Redirect);
            await ExpectAsync(nobody, HttpMethod.Get, path, wrong, HttpStatusCode.Forbidden);
            if (path.Any(char.IsAsciiDigit) || path.Contains(here.Slug, StringComparison.Ordinal))
                await ExpectAsync(
                    stranger,
                    HttpMethod.Get,
                    path,
                    wrong,
                    HttpStatusCode.Forbidden,
                    HttpStatusCode.NotFound
                );
            var isOfAll = path.StartsWith(OfAll, StringComparison.Ordinal);
            if (isOfAll)
                await ExpectAsync(browsers[StaffRole.Admin], HttpMethod.Get, path, wrong, HttpStatusCode.Forbidden);
            foreach (var handler in Handlers(page))
            {
                var role = handler.GetCustomAttribute<NeedsAttribute>()?.Role ?? needed.Role;
                var isPost = handler.Name.StartsWith("OnPost", StringComparison.Ordinal);
                var at = path + QueryOf(handler.Name);
                foreach (var (who, browser) in browsers)
                {
                    if (who < role)
                        await ExpectAsync(
                            browser,
                            isPost ? HttpMethod.Post : HttpMethod.Get,
                            at,
                            wrong,
                            HttpStatusCode.Forbidden
                        );
                }
                if (!isPost && handler.Name is "OnGet" or "OnGetAsync")
                    await ExpectSeenAsync(isOfAll ? ofAll : browsers[role], path, wrong);
            }
        }

        foreach (var browser in browsers.Values)
            browser.Dispose();
        Assert.Empty(wrong);
    }

    private static IEnumerable<(string Path, Type Page)> Pages(DeskSite site)
    {
        var found = site
            .Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Select(route => (route.RoutePattern.RawText, Page: route.Metadata.GetMetadata<PageActionDescriptor>()))
            .Where(route => route.Page?.ViewEnginePath.StartsWith("/Desk/", StringComparison.Ordinal) is true)
            .Select(route =>
                (Path: "/" + DeskWorld.Filled(route.RawText!.TrimStart('/')), Page: PageOf(site, route.Page!))
            )
            .DistinctBy(route => route.Path)
            .ToList();
        Assert.True(found.Count > 3, "No routes of the desk were found.");
        return found;
    }

    private static Type PageOf(DeskSite site, PageActionDescriptor page) =>
        site
            .Services.GetRequiredService<Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure.PageLoader>()
            .LoadAsync(page, EndpointMetadataCollection.Empty)
            .GetAwaiter()
            .GetResult()
            .HandlerTypeInfo;

    private static IEnumerable<MethodInfo> Handlers(Type page) =>
        page.GetMethods(BindingFlags.Public | BindingFlags.Instance)
            .Where(method =>
                HandlerName().IsMatch(method.Name) && !method.IsDefined(typeof(NonHandlerAttribute), inherit: true)
            );

    private static string QueryOf(string handler)
    {
        var name = HandlerName().Match(handler).Groups[1].Value;
        return name.Length == 0 ? "" : $"?handler={name}";
    }

    private static async Task ExpectAsync(
        HttpClient browser,
        HttpMethod method,
        string path,
        List<string> wrong,
        params HttpStatusCode[] expected
    )
    {
        using var answer =
            method == HttpMethod.Get
                ? await browser.GetAsync(new Uri(path, UriKind.Relative), Cancel)
                : await DeskSite.PostToAsync(browser, "/desk", path);
        if (!expected.Contains(answer.StatusCode))
            wrong.Add($"{method} {path}: {(int)answer.StatusCode} in place of {string.Join(" or ", expected)}");
    }

    private static async Task ExpectSeenAsync(HttpClient browser, string path, List<string> wrong)
    {
        using var answer = await browser.GetAsync(
            new Uri(path, UriKind.Relative),
            HttpCompletionOption.ResponseHeadersRead,
            Cancel
        );
        if ((int)answer.StatusCode >= 400)
            wrong.Add($"GET {path}: {(int)answer.StatusCode} for who may");
    }

    [GeneratedRegex("^On(?:Get|Post)(.*?)(?:Async)?$", RegexOptions.None, 1000)]
    private static partial Regex HandlerName();
}
