using Microsoft.EntityFrameworkCore;
using Newsletter.Addresses;
using Newsletter.Database;

namespace Newsletter.Staff;

/// <summary>How people come to have an account. Nobody makes one without a link from the operator or an admin.</summary>
internal sealed class Invitations(Databases databases, WriteLane lane, TimeProvider clock)
{
    /// <summary>How long the link that opens the first account works.</summary>
    public static readonly TimeSpan FirstLasts = TimeSpan.FromHours(24);

    /// <summary>How long one that was mailed works.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(7);

    public async Task<bool> IsAnybodyHereAsync(CancellationToken cancel)
    {
        await using var db = databases.CreateDbContext();
        return await db.Staff.AnyAsync(cancel);
    }

    /// <summary>For the operator alone: opens the first account, which is an admin's. A link given before works no more.</summary>
    /// <returns>The token of the link.</returns>
    /// <exception cref="Refusal">There is an account already.</exception>
    public async Task<string> FirstAsync(CancellationToken cancel)
    {
        var token = DeskToken.Make();
        await lane.WriteAsync(
            async db =>
            {
                if (await db.Staff.AnyAsync(cancel))
                    throw new Refusal(
                        "There is an account already; an admin invites others at the desk, or \"newsletter staff add\" does."
                    );
                await db.Invitations.Where(i => i.Email == null && i.UsedAt == null).ExecuteDeleteAsync(cancel);
                db.Invitations.Add(Of(token, email: null, publicationId: null, StaffRole.Admin, FirstLasts));
            },
            cancel
        );
        return token;
    }

    /// <summary>Invites somebody to one publication, or to all.</summary>
    /// <returns>The token of the link.</returns>
    /// <exception cref="Refusal">They have an account.</exception>
    public Task<string> InviteAsync(EmailAddress email, int? publicationId, StaffRole role, CancellationToken cancel) =>
        lane.WriteAsync(db => InviteAsync(db, email, publicationId, role, cancel), cancel);

    /// <summary>Within a transaction that the caller has begun, together with the mail that brings the link.</summary>
    /// <returns>The token of the link.</returns>
    /// <exception cref="Refusal">They have an account.</exception>
    public async Task<string> InviteAsync(
        NewsletterDb db,
        EmailAddress email,
        int? publicationId,
        StaffRole role,
        CancellationToken cancel
    )
    {
        var name = email.Value.ToUpperInvariant();
        if (await db.Staff.AnyAsync(m => m.NormalizedUserName == name, cancel))
            throw new Refusal($"{email.Value} has an account; change its roles instead.");
        var typed = email.Value;
        // A second invitation takes the place of the first, which may have been lost.
        await db.Invitations.Where(i => i.Email == typed && i.UsedAt == null).ExecuteDeleteAsync(cancel);
        var token = DeskToken.Make();
        db.Invitations.Add(Of(token, typed, publicationId, role, Lasts));
        return token;
    }

    /// <returns>Null where the link is not ours, was used, or is too old.</returns>
    public async Task<Invitation?> FindAsync(string? token, CancellationToken cancel)
    {
        if (token is not { Length: > 0 and <= 100 })
            return null;
        var (key, now) = (DeskToken.Key(token), clock.GetUtcNow());
        await using var db = databases.CreateDbContext();
        return await db
            .Invitations.AsNoTracking()
            .FirstOrDefaultAsync(i => i.Key == key && i.UsedAt == null && i.ExpiresAt > now, cancel);
    }

    /// <summary>Takes an invitation, once, and gives the role to the account that was made by it.</summary>
    /// <returns>False where somebody was quicker.</returns>
    public Task<bool> TakeAsync(Invitation invitation, int memberId, CancellationToken cancel) =>
        lane.WriteAsync(
            async db =>
            {
                var now = clock.GetUtcNow();
                var taken = await db
                    .Invitations.Where(i => i.Id == invitation.Id && i.UsedAt == null)
                    .ExecuteUpdateAsync(set => set.SetProperty(i => i.UsedAt, now), cancel);
                if (taken == 0)
                    return false;
                db.StaffPosts.Add(new StaffPost(memberId, invitation.PublicationId, invitation.Role));
                return true;
            },
            cancel
        );

    private Invitation Of(string token, string? email, int? publicationId, StaffRole role, TimeSpan lasts) =>
        new(DeskToken.Key(token), email, publicationId, role, clock.GetUtcNow() + lasts);
}
