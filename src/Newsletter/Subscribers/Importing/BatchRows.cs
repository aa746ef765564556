using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Newsletter.Database;

namespace Newsletter.Subscribers.Importing;

/// <summary>The rows that a batch adds, gathered for a few bulk statements.</summary>
internal sealed class BatchRows(NewsletterDb db)
{
    private readonly bool isSqlite = db.Database.IsSqlite();

    /// <summary>The numbers of readers who are there, by key.</summary>
    public Dictionary<string, long> Readers { get; } = [];

    public List<Newcomer> Newcomers { get; } = [];

    /// <summary>Those of newcomers alone.</summary>
    public List<NewProof> Proofs { get; } = [];

    public List<NewField> Fields { get; } = [];

    public List<NewTag> Tags { get; } = [];

    public void Add(
        ImportTarget target,
        ImportRow row,
        SubscriptionState state,
        DateTimeOffset? joined,
        DateTimeOffset changed
    ) =>
        Newcomers.Add(
            new Newcomer(
                row.Address.Value,
                row.Address.Key,
                row.Name,
                row.Language,
                state.ToString(),
                target.RhythmOf(row),
                Instant(changed),
                joined is { } at ? Instant(at) : null,
                state is SubscriptionState.Paused && row.Own?.PausedUntil is { } until ? Instant(until) : null
            )
        );

    public void ProveGiven(ImportTarget target, ImportRow row, DateTimeOffset at) =>
        Proofs.Add(
            new NewProof(
                row.Address.Key,
                nameof(ConsentAct.Given),
                Instant(at),
                target.HowGiven(row),
                target.Sentence(row),
                row.Own?.Page,
                row.Own?.Form,
                row.Network
            )
        );

    public void ProveWithdrawn(ImportTarget target, ImportRow row, DateTimeOffset at) =>
        Proofs.Add(
            new NewProof(
                row.Address.Key,
                nameof(ConsentAct.Withdrawn),
                Instant(at),
                target.How(row),
                null,
                null,
                null,
                null
            )
        );

    /// <summary>Text, since JSON holds no more than 53 bits of a number everywhere.</summary>
    private string Instant(DateTimeOffset instant) =>
        isSqlite
            ? instant.UtcTicks.ToString(CultureInfo.InvariantCulture)
            : instant.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture);
}
