using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Newsletter.Subscribers;

namespace Newsletter.Tests.Web;

/// <summary>Fills in and sends the forms of the readers' pages, as a browser without script does.</summary>
internal static partial class ReaderForms
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    extension(ReaderSite site)
    {
        /// <summary>The fields of the form on a page, with what stands in them.</summary>
        public async Task<Dictionary<string, string>> FormAsync(string path) =>
            ReaderSite.Fields(await site.Client.GetStringAsync(path, Cancel));

        public async Task<HttpResponseMessage> PostAsync(string path, Dictionary<string, string> fields)
        {
            using var form = new FormUrlEncodedContent(fields);
            return await site.Client.PostAsync(path, form, Cancel);
        }

        /// <summary>The path of the link in the mail of the last request.</summary>
        public async Task<string> RequestPathAsync(LinkPurpose purpose, string page)
        {
            await using var db = site.Database.Open();
            var keys = new LinkKeys(site.Database.Databases, site.Database.Lane, site.Database.Clock);
            var last = await db.ReaderRequests.MaxAsync(r => r.Id, Cancel);
            return $"/{page}/{ReaderLink.Token(await keys.SigningAsync(Cancel), purpose, last)}";
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
