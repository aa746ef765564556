using Microsoft.EntityFrameworkCore;
using Newsletter.Database;

namespace Newsletter.Staff;

/// <summary>Where members have signed in. A session ends by hand, after a day without use, or after thirty days.</summary>
internal sealed class StaffSessions(Databases databases, WriteLane lane, TimeProvider clock)
{
    /// <summary>A session that nobody used for so long is over.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromDays(1);

    /// <summary>However much it is used.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMinutes(5);

    /// <returns>The token that the cookie is to hold.</returns>
    public async Task<string> BeginAsync(int memberId, string network, string? browser, CancellationToken cancel)
    {
        var token = DeskToken.Make();
        var named = browser is { Length: > 200 } ? browser[..200] : browser ?? "";
        await lane.WriteAsync(
            db =>
            {
                db.StaffSessions.Add(
                    new StaffSession(DeskToken.Key(token), memberId, network, named, clock.GetUtcNow())
                );
                return Task.CompletedTask;
            },
            cancel
        );
        return token;
    }

    /// <summary>Who holds this token, with the roles of this moment; null where the session or the account is over.</summary>
    public async Task<SignedIn?> FindAsync(string token, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var (key, idle, longest) = (DeskToken.Key(token), now - Idle, now - Longest);
        await using var db = databases.CreateDbContext();
        var found = await db
            .StaffSessions.AsNoTracking()
            .Where(s => s.Key == key && s.EndedAt == null && s.SeenAt > idle && s.BeganAt > longest)
            .Join(
                db.Staff.Where(m => m.ClosedAt == null),
                s => s.MemberId,
                m => m.Id,
                (s, m) => new { Session = s, Member = m }
            )
            .FirstOrDefaultAsync(cancel);
        if (found is null)
            return null;
        if (now - found.Session.SeenAt > BetweenLooks)
        {
            var id = found.Session.Id;
            await lane.WriteAsync(
                write =>
                    write
                        .StaffSessions.Where(s => s.Id == id)
                        .ExecuteUpdateAsync(set => set.SetProperty(s => s.SeenAt, now), cancel),
                cancel
            );
        }

        var member = found.Member;
        var posts = await db.StaffPosts.AsNoTracking().Where(p => p.MemberId == member.Id).ToListAsync(cancel);
        return new SignedIn(member.Id, member.Name, member.Email!, member.Language, found.Session.Id, posts);
    }

    /// <summary>The sessions of a member that are not over, the one that was used last first.</summary>
    public async Task<IReadOnlyList<StaffSession>> OfAsync(int memberId, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var (idle, longest) = (now - Idle, now - Longest);
        await using var db = databases.CreateDbContext();
        return await db
            .StaffSessions.AsNoTracking()
            .Where(s => s.MemberId == memberId && s.EndedAt == null && s.SeenAt > idle && s.BeganAt > longest)
            .OrderByDescending(s => s.SeenAt)
            .ToListAsync(cancel);
    }

    /// <summary>Ends one session of a member, or with null all; in force with the next request.</summary>
    public Task EndAsync(int memberId, int? sessionId, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        return lane.WriteAsync(
            db =>
                db.StaffSessions.Where(s =>
                        s.MemberId == memberId && s.EndedAt == null && (sessionId == null || s.Id == sessionId)
                    )
                    .ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, now), cancel),
            cancel
        );
    }
}
