using Newsletter.Database;

namespace Newsletter.Delivery.ServiceMails;

/// <summary>Where mails that are no issue are asked for. Any running delivery sends them, before issues.</summary>
internal sealed class ServiceMailQueue(WriteLane lane, TimeProvider clock)
{
    private const string Insert = """
        INSERT INTO service_mails (purpose, unique_key, email, email_key, name, subscriber_id, publication_id, content, state,
            attempts, not_before, expires_at, asked_at)
        VALUES (@purpose, @key, @email, @email_key, @name, @subscriber, @publication, @content, 'Queued',
            0, @now, @expires, @now)
        ON CONFLICT (unique_key) DO NOTHING
        """;

    /// <summary>On disk when this returns.</summary>
    /// <returns>False where it was asked for before, whatever became of it.</returns>
    public Task<bool> AskAsync(ServiceMailRequest mail, CancellationToken cancel) =>
        lane.WriteAsync(db => AskAsync(db, mail, cancel), cancel);

    /// <summary>Within a transaction that the caller has begun: the mail is asked for if that is committed, else not.</summary>
    /// <returns>False where it was asked for before, whatever became of it.</returns>
    public async Task<bool> AskAsync(NewsletterDb db, ServiceMailRequest mail, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await using var insert = db.Written(Insert);
        insert.Add("@purpose", mail.Purpose.ToString());
        insert.Add("@key", mail.UniqueKey);
        insert.Add("@email", mail.To.Value);
        insert.Add("@email_key", mail.To.Key);
        insert.Add("@name", (object?)mail.Name ?? DBNull.Value);
        insert.Add("@subscriber", (object?)mail.SubscriberId ?? DBNull.Value);
        insert.Add("@publication", (object?)mail.PublicationId ?? DBNull.Value);
        insert.Add("@content", mail.Content.ToJson());
        insert.Add("@now", db.Instant(now));
        insert.Add("@expires", db.Instant(now + mail.LastsFor));
        return await insert.ExecuteNonQueryAsync(cancel) > 0;
    }
}
