using Microsoft.AspNetCore.Mvc;
using Newsletter.Addresses;
using Newsletter.Subscribers;

namespace Newsletter.Web.Readers;

/// <summary>Where a reader gives a new address. Whoever has it already, the answer is the same.</summary>
internal sealed class AskNewAddressModel(RequestLinks links, OwnRequests requests) : HourPage(links)
{
    public string? Typed { get; private set; }

    public string? Wrong { get; private set; }

    public string? MailedTo { get; private set; }

    protected override string OwnTitle => Say.MoveTitle;

    protected override LinkPurpose Purpose => LinkPurpose.OwnData;

    public async Task<IActionResult> OnGetAsync()
    {
        await FindAsync(HttpContext.RequestAborted);
        return Answer();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await FindAsync(HttpContext.RequestAborted) is not { } found)
            return Answer();
        if (await PostedForm.ReadOrNullAsync(Request, HttpContext.RequestAborted) is not { } form)
            return StatusCode(StatusCodes.Status413PayloadTooLarge);
        Typed = form.Text("address")?.Trim();
        if (!EmailAddress.TryParse(Typed, out var address))
        {
            Wrong = Say.NoAddress;
            return Answer();
        }

        await requests.AskMoveAsync(found.RequestId, address, CancellationToken.None);
        MailedTo = address.Value;
        return Answer();
    }
}
