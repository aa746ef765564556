using Microsoft.AspNetCore.Mvc;
using Newsletter.Addresses;
using Newsletter.Records;
using Newsletter.Subscribers;

namespace Newsletter.Web.Readers;

/// <summary>Where a reader is erased: the page asks, its button does. A link that did so says so again.</summary>
internal sealed class EraseModel(RequestLinks links, ReaderRecords records, Erasing erasing) : HourPage(links)
{
    public bool IsErased { get; private set; }

    protected override string OwnTitle => IsErased ? Say.ErasedTitle : Say.EraseTitle;

    protected override LinkPurpose Purpose => LinkPurpose.OwnData;

    public async Task<IActionResult> OnGetAsync()
    {
        await FindAsync(HttpContext.RequestAborted);
        return Answer();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await FindAsync(CancellationToken.None) is not { } found)
            return Answer();
        // The address of now, which is another than that of the mail where they moved within the hour.
        if (await records.OrNullAsync(found.SubscriberId, CancellationToken.None) is { } record)
            await erasing.EraseAsync(EmailAddress.Parse(record.Email), CancellationToken.None);
        IsErased = true;
        return Answer();
    }
}
