using Microsoft.EntityFrameworkCore;
using Newsletter.Database;
using Newsletter.Publications;

namespace Newsletter.Subscribers;

/// <summary>
/// Reads the links that open what a forwarded newsletter must not: they were mailed to the reader's own address, and
/// count for an hour. It changes nothing.
/// </summary>
internal sealed class RequestLinks(IDbContextFactory<NewsletterDb> databases, LinkKeys keys, TimeProvider clock)
{
    public static TimeSpan LastsFor { get; } = TimeSpan.FromHours(1);

    /// <param name="purpose">Own data, or a new address.</param>
    public async Task<RequestTarget> FindAsync(string? token, LinkPurpose purpose, CancellationToken cancel)
    {
        var kind = purpose switch
        {
            LinkPurpose.OwnData => ReaderRequestKind.OwnData,
            LinkPurpose.NewAddress => ReaderRequestKind.NewAddress,
            _ => throw new ArgumentOutOfRangeException(nameof(purpose), purpose, "No link for an hour."),
        };
        if (!ReaderLink.TryRead(token, purpose, await keys.AllAsync(cancel), out var id))
            return new RequestTarget.Broken();
        await using var db = await databases.CreateDbContextAsync(cancel);
        var request = await db
            .ReaderRequests.AsNoTracking()
            .Include(r => r.Subscriber)
            .SingleOrDefaultAsync(r => r.Id == id && r.Kind == kind && r.SubscriberId != null, cancel);
        if (request is not { SubscriberId: { } reader })
            return new RequestTarget.Gone();
        var language = request.Language ?? await LanguageAsync(db, request.PublicationId, cancel);
        // Repeating what was done is answered as it was the first time.
        return IsOver(request, clock.GetUtcNow()) && request.UsedAt is null || HasMoved(request)
            ? new RequestTarget.Over(language)
            : new RequestTarget.Found(request.Id, reader, request.Email, language, request.UsedAt is not null);
    }

    /// <summary>The hour begins when the mail was made, which may be later than the wish.</summary>
    public static bool IsOver(ReaderRequest request, DateTimeOffset now) =>
        now - (request.MailedAt ?? request.AskedAt) > LastsFor;

    /// <summary>What was mailed to an address that the reader has left opens nothing of theirs.</summary>
    public static bool HasMoved(ReaderRequest request) =>
        request.Kind is ReaderRequestKind.OwnData && request.Subscriber?.EmailKey != request.EmailKey;

    private static async Task<string> LanguageAsync(NewsletterDb db, int? publication, CancellationToken cancel) =>
        await db
            .Publications.IgnoreAutoIncludes()
            .Where(p => p.Id == publication)
            .Select(p => p.Language)
            .SingleOrDefaultAsync(cancel)
        ?? "en";
}
