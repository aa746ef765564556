using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Newsletter.Subscribers;

namespace Newsletter.Web.Readers;

/// <summary>Where whoever reads the mail at a new address confirms it.</summary>
internal sealed class NewAddressModel(RequestLinks links, OwnRequests requests) : HourPage(links)
{
    private string email = "";

    /// <summary>Null while the page asks.</summary>
    public MoveResult? Result { get; private set; }

    public string Text =>
        string.Format(
            CultureInfo.InvariantCulture,
            Result switch
            {
                null => Say.ConfirmMoveQuestion,
                MoveResult.Moved => Say.MovedText,
                MoveResult.Taken => Say.TakenText,
                _ => Say.OverText,
            },
            email
        );

    protected override string OwnTitle =>
        Result switch
        {
            null => Say.ConfirmMoveTitle,
            MoveResult.Moved => Say.MovedTitle,
            MoveResult.Taken => Say.TakenTitle,
            _ => Say.OverTitle,
        };

    protected override LinkPurpose Purpose => LinkPurpose.NewAddress;

    public async Task<IActionResult> OnGetAsync()
    {
        if (await FindAsync(HttpContext.RequestAborted) is { } found)
        {
            email = found.Email;
            Result = found.IsUsed ? MoveResult.Moved : null;
        }

        return Answer();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await FindAsync(CancellationToken.None) is { } found)
        {
            email = found.Email;
            Result = await requests.MoveAsync(found.RequestId, CancellationToken.None);
        }

        return Answer();
    }
}
