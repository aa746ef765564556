using System.CommandLine;
using Newsletter.Columns;
using Newsletter.Columns.Pictures;

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
                var revision = await session.Stage<ColumnShelf>().FindAsync(session.Get(id), cancel);
                var content = await session
                    .Stage<PictureShelf>()
                    .ToldAsync(revision.Column.Origin, revision.Content, cancel);
                var words = session.Get(text)
                    ? content.Blocks.SelectMany(block => new[] { "", BlockText.Of(block) })
                    : [];
                session.Terminal.Result(
                    ColumnForms.Document(revision.ColumnId, content),
                    [.. ColumnForms.Lines(revision.ColumnId, content, $"in revision {revision.Number}"), .. words]
                );
                return Verb.Done;
            }
        );
    }
}
