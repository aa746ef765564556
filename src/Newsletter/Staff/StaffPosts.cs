using Microsoft.EntityFrameworkCore;
using Newsletter.Database;

namespace Newsletter.Staff;

/// <summary>Who is on the staff, and what each may do. There is always an admin of all publications.</summary>
internal sealed class StaffPosts(Databases databases, WriteLane lane, TimeProvider clock)
{
    /// <summary>All accounts that are open, by name, each with its roles.</summary>
    public async Task<IReadOnlyList<(StaffMember Member, IReadOnlyList<StaffPost> Posts)>> AllAsync(
        CancellationToken cancel
    )
    {
        await using var db = databases.CreateDbContext();
        var members = await db
            .Staff.AsNoTracking()
            .Where(m => m.ClosedAt == null)
            .OrderBy(m => m.Name)
            .ToListAsync(cancel);
        var posts = (await db.StaffPosts.AsNoTracking().ToListAsync(cancel)).ToLookup(p => p.MemberId);
        return [.. members.Select(m => (m, (IReadOnlyList<StaffPost>)[.. posts[m.Id].OrderBy(p => p.PublicationId)]))];
    }

    /// <summary>Gives a member one role in a publication, or in all (null), in place of the one that they had there; null takes it away.</summary>
    /// <exception cref="Refusal">There is no such open account, or nobody would be admin of all any more.</exception>
    public Task SetAsync(int memberId, int? publicationId, StaffRole? role, CancellationToken cancel) =>
        lane.WriteAsync(
            async db =>
            {
                if (!await db.Staff.AnyAsync(m => m.Id == memberId && m.ClosedAt == null, cancel))
                    throw new Refusal("This account is not there any more; load the page again.");
                var hadAdmin = await HasAdminAsync(db, cancel);
                await db
                    .StaffPosts.Where(p => p.MemberId == memberId && p.PublicationId == publicationId)
                    .ExecuteDeleteAsync(cancel);
                if (role is { } given)
                    db.StaffPosts.Add(new StaffPost(memberId, publicationId, given));
                await db.SaveChangesAsync(cancel);
                if (hadAdmin)
                    await RefuseWithoutAdminAsync(db, cancel);
            },
            cancel
        );

    /// <summary>Closes an account: its sessions end, its acts stay in the trail.</summary>
    /// <exception cref="Refusal">Nobody would be admin of all any more.</exception>
    public Task CloseAsync(int memberId, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        return lane.WriteAsync(
            async db =>
            {
                var hadAdmin = await HasAdminAsync(db, cancel);
                await db
                    .Staff.Where(m => m.Id == memberId)
                    .ExecuteUpdateAsync(set => set.SetProperty(m => m.ClosedAt, now), cancel);
                await db
                    .StaffSessions.Where(s => s.MemberId == memberId && s.EndedAt == null)
                    .ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, now), cancel);
                if (hadAdmin)
                    await RefuseWithoutAdminAsync(db, cancel);
            },
            cancel
        );
    }

    private static async Task RefuseWithoutAdminAsync(NewsletterDb db, CancellationToken cancel)
    {
        if (!await HasAdminAsync(db, cancel))
            throw new Refusal("Nobody would be admin of all publications any more; make somebody else one first.");
    }

    private static Task<bool> HasAdminAsync(NewsletterDb db, CancellationToken cancel)
    {
        var open = db.Staff.Where(m => m.ClosedAt == null).Select(m => m.Id);
        return db
            .StaffPosts.Where(p => p.Role == StaffRole.Admin && p.PublicationId == null && open.Contains(p.MemberId))
            .AnyAsync(cancel);
    }
}
