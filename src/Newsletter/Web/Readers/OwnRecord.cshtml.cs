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

    public static string? Time(DateTimeOffset? time) =>
        time?.ToUniversalTime().ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>What there is of these, in one line.</summary>
    public static string Parts(params IEnumerable<string?> parts) =>
        string.Join(" · ", parts.Where(part => !string.IsNullOrEmpty(part)));

    /// <summary>Null where there is nothing to say.</summary>
    public static string? Said(string sentence, string? what) =>
        what is null ? null : string.Format(CultureInfo.InvariantCulture, sentence, what);

    /// <summary>A language by its own name, where the pages have it; else as it is held.</summary>
    public static string LanguageName(string? code, string any) =>
        code is null ? any : Words.Spoken.FirstOrDefault(spoken => spoken.Key == code).Value ?? code;

    public string TitleOf(string publication) =>
        Record?.Subscriptions.FirstOrDefault(one => one.Publication == publication)?.Title ?? publication;

    public string NumberOf(MessageRecord message) =>
        string.Format(CultureInfo.InvariantCulture, Say.IssueNumber, message.Number);
}
