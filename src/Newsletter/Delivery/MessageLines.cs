using Microsoft.EntityFrameworkCore;
using Newsletter.Database;
using Newsletter.Subscribers;

namespace Newsletter.Delivery;

/// <summary>
/// An issue's messages, page by page, in the order of the readers, which an index of the ledger gives. What waits in a cancelled issue is withdrawn from the instant of the cancel,
/// also where no process has come by yet to write it down.
/// </summary>
internal sealed class MessageLines(Databases databases, int issueId, bool isCancelled)
{
    public const int PageSize = 1000;

    /// <param name="state">Only these; <see cref="MessageState.Queued"/> includes the claimed. Null: all.</param>
    /// <param name="after">The last reader of the page before; 0 for the first page.</param>
    /// <param name="cancel">Gives the wait up.</param>
    public async Task<List<MessageLine>> PageAsync(MessageState? state, long after, CancellationToken cancel)
    {
        await using var db = databases.CreateDbContext();
        var subscribers = db.Subscribers;
        return await db
            .Messages.Where(m => m.IssueId == issueId && m.SubscriberId > after)
            .Select(m => new
            {
                Message = m,
                State = m.State != MessageState.Queued && m.State != MessageState.Claimed ? m.State
                : isCancelled ? MessageState.Withdrawn
                : MessageState.Queued,
            })
            .Where(row => state == null || row.State == state)
            .Join(
                subscribers,
                row => row.Message.SubscriberId,
                s => s.Id,
                (row, s) =>
                    new
                    {
                        row.Message,
                        row.State,
                        s.Email,
                    }
            )
            .OrderBy(row => row.Message.SubscriberId)
            .Take(PageSize)
            .Select(row => new MessageLine(
                row.Message.Id,
                row.Message.SubscriberId,
                row.Email,
                row.State,
                row.Message.Attempts,
                row.Message.NotBefore,
                row.Message.SettledAt,
                row.Message.LastReply
            ))
            .ToListAsync(cancel);
    }
}
