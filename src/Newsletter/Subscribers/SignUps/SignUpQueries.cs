using Microsoft.EntityFrameworkCore;
using Newsletter.Database;

namespace Newsletter.Subscribers.SignUps;

/// <summary>What is asked of sign-ups, by name.</summary>
internal static class SignUpQueries
{
    /// <summary>The sentence that stood on the form from which this request to confirm came; null where none is known.</summary>
    public static Task<string?> SentenceShownAsync(
        this NewsletterDb db,
        ReaderRequest request,
        CancellationToken cancel
    ) =>
        db
            .Consents.Where(c =>
                c.SubscriptionId == request.SubscriptionId && c.Act == ConsentAct.Asked && c.At <= request.AskedAt
            )
            .OrderByDescending(c => c.Id)
            .Select(c => c.Sentence)
            .FirstOrDefaultAsync(cancel);
}
