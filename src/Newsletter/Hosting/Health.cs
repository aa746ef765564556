using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Newsletter.Database;
using Newsletter.Publications;

namespace Newsletter.Hosting;

/// <summary>Whether this process can do its work, for whoever watches it.</summary>
internal sealed class Health(IDbContextFactory<NewsletterDb> databases)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public async Task<IResult> GiveAsync(CancellationToken cancel)
    {
        var database = await AnswersAsync(cancel);
        return Results.Text(
            database ? """{"status":"ok","database":"ok"}""" : """{"status":"failing","database":"does not answer"}""",
            "application/json",
            statusCode: database ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable
        );
    }

    private async Task<bool> AnswersAsync(CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Patience);
        try
        {
            await using var db = await databases.CreateDbContextAsync(limit.Token);
            // Asked first: to open a SQLite file that is gone would make an empty one.
            return await db.Database.CanConnectAsync(limit.Token) && await db.Publications.CountAsync(limit.Token) >= 0;
        }
        catch (Exception fault) when (fault is DbException or OperationCanceledException or InvalidOperationException)
        {
            return false;
        }
    }
}
