using Microsoft.EntityFrameworkCore;
using Newsletter.Addresses;
using Newsletter.Database;

namespace Newsletter.Subscribers.SignUps;

/// <summary>
/// Somebody types an address into a form. Nothing comes of it but a pending row and a mail that asks that address; and
/// the answer is the same whatever is known of it, so that a form tells nobody who reads what.
/// </summary>
internal sealed class SignUp(
    WriteLane lane,
    LinkKeys keys,
    ShownForms shown,
    SignUpLimits limits,
    IMailDomains domains,
    TimeProvider clock
)
{
    public async Task<SignUpResult> AskAsync(SignUpOffer to, SignUpForm form, CancellationToken cancel)
    {
        if (!to.IsOpen)
            return SignUpAnswer.Closed;
        if (!EmailAddress.TryParse(form.Email, out var address))
            return SignUpAnswer.NoAddress;
        if (form.SentenceMark != to.SentenceMark)
            return SignUpAnswer.SentenceNotSeen;
        if (!string.IsNullOrEmpty(form.Trap) || (form.IsTimed && !await shown.IsByHandAsync(form.Shown, cancel)))
            return SignUpAnswer.NotByHand;
        if (!form.IsSure && KnownDomains.MeantOrNull(address) is { } meant)
            return new SignUpResult(SignUpAnswer.Slip, meant);
        if (limits.IsTooMuch(form.From.Network, address))
            return SignUpAnswer.TooMany;
        var mail = await domains.AskAsync(address.Domain, cancel);
        if (mail is not DomainMail.Possible)
            return mail is DomainMail.None ? SignUpAnswer.NoSuchDomain : SignUpAnswer.NoMailThere;
        await WriteAsync(to, address, form, cancel);
        return SignUpAnswer.CheckYourMail;
    }

    private async Task WriteAsync(SignUpOffer to, EmailAddress address, SignUpForm form, CancellationToken cancel)
    {
        // Made where there is none yet: the mail needs it.
        await keys.SigningAsync(cancel);
        await lane.WriteAsync(
            async db =>
            {
                // Whom somebody else than the reader suppressed is mailed nothing.
                var suppressions = await db.SuppressionsOfAsync(address, cancel);
                if (!await suppressions.AnyAsync(s => s.Source != SuppressionSource.Reader, cancel))
                    await AskAsync(db, to, address, form, cancel);
            },
            cancel
        );
    }

    private async Task AskAsync(
        NewsletterDb db,
        SignUpOffer to,
        EmailAddress address,
        SignUpForm form,
        CancellationToken cancel
    )
    {
        var now = clock.GetUtcNow();
        var subscriber = await db.Subscribers.SingleOrDefaultAsync(s => s.EmailKey == address.Key, cancel);
        var subscription = subscriber is null
            ? null
            : await db.Subscriptions.SingleOrDefaultAsync(
                s => s.SubscriberId == subscriber.Id && s.PublicationId == to.PublicationId,
                cancel
            );
        if (subscription?.State is SubscriptionState.Active or SubscriptionState.Paused)
        {
            await ReaderRequests.AskAsync(
                db,
                Request(ReaderRequestKind.FreshLink, to, address, subscriber!, subscription, now),
                cancel
            );
            return;
        }

        await RenameAsync(db, subscriber, form.Name, cancel);
        subscriber ??= db.Subscribers.Add(new(address, form.Name, now)).Entity;
        subscription ??= db.Subscriptions.Add(new(to.PublicationId, subscriber, now)).Entity;
        var request = Request(ReaderRequestKind.Confirm, to, address, subscriber, subscription, now);
        // Without a mail there is nothing to confirm, so a form sent again and again leaves one line of proof.
        if (await ReaderRequests.AskAsync(db, request, cancel))
            db.Consents.Add(form.From.Proof(subscription, ConsentAct.Asked, now, "sign-up form", to.Sentence));
    }

    // One who ever agreed to anything keeps the name: it is not for a stranger to change. Before that nobody knows who
    // typed it, and the last one may be the reader.
    private static async Task RenameAsync(NewsletterDb db, Subscriber? known, string? name, CancellationToken cancel)
    {
        if (known is null || Subscriber.CleanName(name) is not { } given)
            return;
        var hasAgreed = await db.Consents.AnyAsync(
            c => c.Subscription.SubscriberId == known.Id && c.Act == ConsentAct.Given,
            cancel
        );
        if (!hasAgreed)
            known.Rename(given);
    }

    // As the address was typed by whoever is known already; a stranger's capitals reach nobody.
    private static ReaderRequest Request(
        ReaderRequestKind kind,
        SignUpOffer to,
        EmailAddress address,
        Subscriber subscriber,
        Subscription subscription,
        DateTimeOffset now
    ) =>
        new(kind, EmailAddress.TryParse(subscriber.Email, out var known) ? known : address, subscriber.Language, now)
        {
            Subscriber = subscriber,
            Subscription = subscription,
            PublicationId = to.PublicationId,
        };
}
