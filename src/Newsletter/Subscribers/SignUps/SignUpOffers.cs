using Microsoft.EntityFrameworkCore;
using Newsletter.Database;
using Newsletter.Publications;

namespace Newsletter.Subscribers.SignUps;

/// <summary>What can be subscribed to.</summary>
internal sealed class SignUpOffers(IDbContextFactory<NewsletterDb> databases)
{
    private const int Most = 100;

    /// <summary>Null where there is no such publication; one that is closed is there, and says so.</summary>
    public async Task<SignUpOffer?> OrNullAsync(string? slug, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var publication = await Publications(db).SingleOrDefaultAsync(p => p.Slug == slug, cancel);
        return publication is null ? null : SignUpOffer.Of(publication);
    }

    /// <summary>Those to which anybody may sign up, by title.</summary>
    public async Task<IReadOnlyList<SignUpOffer>> OpenAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var open = await Publications(db)
            .Where(p => p.TakesSignUps)
            .OrderBy(p => p.Title)
            .ThenBy(p => p.Id)
            .Take(Most)
            .ToListAsync(cancel);
        return [.. open.Select(SignUpOffer.Of)];
    }

    private static IQueryable<Publication> Publications(NewsletterDb db) =>
        db.Publications.AsNoTracking().IgnoreAutoIncludes();
}
