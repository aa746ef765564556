using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Newsletter.Columns;
using Newsletter.Database;

namespace Newsletter.Cli;

internal static class ColumnShow
{
    public static Command Command()
    {
        var id = new Argument<int>("ID");
        var text = new Option<bool>("--text") { Description = "With the words of its blocks." };
        return Verb.Of(
            "show",
            "Shows a column.",
            [id, text],
            DatabaseNeed.Current,
            async (session, cancel) =>
            {
                await using var db = await session
                    .Stage<IDbContextFactory<NewsletterDb>>()
                    .CreateDbContextAsync(cancel);
                var number = session.Get(id);
                var revision =
                    await db.CurrentRevisions.AsNoTracking().SingleOrDefaultAsync(r => r.ColumnId == number, cancel)
                    ?? throw new Refusal($"There is no column {number}; see \"newsletter column list\".");
                var words = session.Get(text)
                    ? revision.Content.Blocks.SelectMany(block => new[] { "", BlockText.Of(block) })
                    : [];
                session.Terminal.Result(
                    ColumnForms.Document(number, revision.Content),
                    [.. ColumnForms.Lines(number, revision.Content, $"in revision {revision.Number}"), .. words]
                );
                return Verb.Done;
            }
        );
    }
}
