using Microsoft.EntityFrameworkCore;
using Newsletter.Addresses;
using Newsletter.Database;

namespace Newsletter.Subscribers;

/// <summary>
/// Asks one who left, or never confirmed, whether they want to receive a publication again. A link is forwarded with
/// its mail, so that it is asked by a mail to the address itself, as of anybody who signs up.
/// </summary>
internal static class ReturnRequests
{
    /// <param name="sentence">What stood beside the box that was ticked.</param>
    /// <returns>False where the address has had its share of mails.</returns>
    public static async Task<bool> AskAsync(
        NewsletterDb db,
        Subscription subscription,
        Origin from,
        string sentence,
        string? page,
        DateTimeOffset now,
        CancellationToken cancel
    )
    {
        if (subscription.State is SubscriptionState.Active or SubscriptionState.Paused)
            return false;
        var reader = subscription.Subscriber;
        var address = EmailAddress.Parse(reader.Email);
        // What staff or a bounce suppressed, the reader cannot lift here.
        var suppressions = await db.SuppressionsOfAsync(address, cancel);
        if (await suppressions.AnyAsync(s => s.Source != SuppressionSource.Reader, cancel))
            return false;
        var confirm = new ReaderRequest(ReaderRequestKind.Confirm, address, reader.Language, now)
        {
            Subscriber = reader,
            Subscription = subscription,
            PublicationId = subscription.PublicationId,
        };
        if (!await ReaderRequests.AskAsync(db, confirm, cancel))
            return false;
        // Of a mail that goes: a form that is posted again and again proves nothing.
        db.Consents.Add(
            new Consent(subscription, ConsentAct.Asked, now, from.How, sentence)
            {
                Network = from.Network,
                Page = page is null ? null : OneLine.Shortened(page, 500),
                Form = "preferences",
            }
        );
        return true;
    }
}
