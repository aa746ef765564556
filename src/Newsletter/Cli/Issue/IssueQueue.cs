using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Newsletter.Database;
using Newsletter.Issues;
using Newsletter.Publications;

namespace Newsletter.Cli;

internal static class IssueQueue
{
    public static Command Command()
    {
        var id = IssueArgument.Id();
        var at = new Option<string?>("--at")
        {
            HelpName = "TIME",
            Description = "ISO 8601, or local to the publication's zone; now if not given.",
        };
        return Verb.Of(
            "queue",
            "Lets an approved issue go, now or at a time.",
            [id, at],
            DatabaseNeed.Current,
            async (session, cancel) =>
            {
                var zone = await ZoneAsync(session, session.Get(id), cancel);
                DateTimeOffset? time = session.Get(at) is { } text ? LocalTime.Parse(text, zone) : null;
                var issue = await session.Stage<Queueing>().QueueAsync(session.Get(id), time, cancel);
                var local = TimeZoneInfo.ConvertTime(
                    issue.NotBefore ?? default,
                    TimeZoneInfo.FindSystemTimeZoneById(zone)
                );
                var when = local.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
                session.Terminal.Result(
                    new JsonObject
                    {
                        ["id"] = issue.Id,
                        ["state"] = "queued",
                        ["at"] = when,
                    },
                    $"Issue {issue.Id} queued for {when}; \"newsletter serve\" or \"newsletter deliver\" sends it."
                );
                return Verb.Done;
            }
        );
    }

    private static async Task<string> ZoneAsync(Session session, int id, CancellationToken cancel)
    {
        await using var db = await session.Stage<IDbContextFactory<NewsletterDb>>().CreateDbContextAsync(cancel);
        var issue = await db.IssueAsync(id, cancel);
        return (
            await db.Publications.SingleAsync(publication => publication.Id == issue.PublicationId, cancel)
        ).TimeZone;
    }
}
