using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using Newsletter.Records;
using Newsletter.Subscribers;

namespace Newsletter.Web.Readers;

/// <summary>All that is held of a reader, as a file to take away (GDPR article 20).</summary>
internal static class OwnDataFile
{
    public const string Route = "/my-data/{token}.json";

    public static async Task<IResult> GiveAsync(
        string token,
        [FromServices] RequestLinks links,
        [FromServices] ReaderRecords records,
        HttpResponse response,
        CancellationToken cancel
    )
    {
        response.Headers[HeaderNames.CacheControl] = "no-store";
        response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        var target = await links.FindAsync(token, LinkPurpose.OwnData, cancel);
        return target switch
        {
            RequestTarget.Found found when await records.OrNullAsync(found.SubscriberId, cancel) is { } record =>
                Results.File(ReaderRecordJson.Write(record), "application/json; charset=utf-8", "my-data.json"),
            RequestTarget.Over => Results.StatusCode(StatusCodes.Status410Gone),
            _ => Results.NotFound(),
        };
    }
}
