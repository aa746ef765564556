using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Newsletter.Records;
using Newsletter.Subscribers;

namespace Newsletter.Web.Readers;

/// <summary>All that is held of a reader, and the ways to another address and to being erased.</summary>
internal sealed class OwnRecordModel(RequestLinks links, ReaderRecords records) : HourPage(links)
{
    public ReaderRecord? Record { get; private set; }

    public string Token => (string)RouteData.Values["token"]!;

    protected override string OwnTitle => Say.DataTitle;

    protected override LinkPurpose Purpose => LinkPurpose.OwnData;

    public async Task<IActionResult> OnGetAsync()
    {
        if (await FindAsync(HttpContext.RequestAborted) is { } found)
        {
            Record = await records.OrNullAsync(found.SubscriberId, HttpContext.RequestAborted);
            if (Record is null)
                SayGone();
        }

        return Answer();
    }

    public static string Time(DateTimeOffset? time) =>
        time is { } at ? at.ToUniversalTime().ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture) : "–";
}
