using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Newsletter.Subscribers;

namespace Newsletter.Tests.Web;

/// <summary>Looks at the readers' pages, and fills in and sends their forms, as a browser without script does.</summary>
internal static partial class ReaderForms
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    extension(ReaderSite site)
    {
        /// <summary>A page that is there, as text that a person reads.</summary>
        public async Task<string> GetAsync(string path)
        {
            using var answer = await site.Client.GetAsync(path, Cancel);
            return await ReadAsync(answer);
        }

        /// <summary>Posts a form, and gives the page that came back with 200, as text that a person reads.</summary>
        public async Task<string> PostAsync(string path, params (string Name, string Value)[] fields)
        {
            using var answer = await site.SendAsync(path, fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
            return await ReadAsync(answer);
        }

        /// <summary>Posts a form, whatever comes of it.</summary>
        public async Task<HttpResponseMessage> SendAsync(string path, IEnumerable<KeyValuePair<string, string>> fields)
        {
            using var form = new FormUrlEncodedContent(fields);
            return await site.Client.PostAsync(path, form, Cancel);
        }

        /// <summary>The fields of the form on a page, with what stands in them.</summary>
        public async Task<Dictionary<string, string>> FormAsync(string path) =>
            Fields(await site.Client.GetStringAsync(path, Cancel));

        /// <summary>The path of the link in the mail of the last request, which is of this purpose.</summary>
        public async Task<string> RequestPathAsync(LinkPurpose purpose, string page)
        {
            await using var db = site.Database.Open();
            var last = await db.ReaderRequests.OrderByDescending(r => r.Id).FirstAsync(Cancel);
            Assert.Equal(purpose.ToString(), last.Kind.ToString());
            return $"/{page}/{await site.TokenAsync(purpose, last.Id)}";
        }

        /// <summary>The path of the page for an hour, made by asking for its mail on the page of choices.</summary>
        public async Task<string> HourPathAsync(string preferences)
        {
            await site.PostAsync(preferences + "/own-data");
            return await site.RequestPathAsync(LinkPurpose.OwnData, "my-data");
        }
    }

    public static Dictionary<string, string> Fields(string page) =>
        Input()
            .Matches(page)
            .Select(match => match.Value)
            .ToDictionary(
                input => Attribute(input, "name"),
                input => WebUtility.HtmlDecode(Attribute(input, "value")),
                StringComparer.Ordinal
            );

    /// <summary>Where the last form of a page posts to.</summary>
    public static string Action(string page) =>
        WebUtility.HtmlDecode(Attribute(Form().Matches(page)[^1].Value, "action"));

    private static async Task<string> ReadAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancel));
    }

    private static string Attribute(string tag, string name) =>
        Regex
            .Match(tag, $" {name}=\"(?<value>[^\"]*)\"", RegexOptions.None, TimeSpan.FromSeconds(1))
            .Groups["value"]
            .Value;

    [GeneratedRegex("<input [^>]*>", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Input();

    [GeneratedRegex("<form [^>]*>", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();
}
