using System.CommandLine;
using System.Text.Json.Nodes;
using Newsletter.Columns;
using Newsletter.Columns.Pictures;
using Newsletter.Columns.Sources;

namespace Newsletter.Cli;

internal static class ColumnAdd
{
    public static Command Command()
    {
        var files = new Argument<string[]>("FILE") { Arity = ArgumentArity.OneOrMore };
        var publication = new Option<string>("--publication") { HelpName = "SLUG", Required = true };
        var format = new Option<string>("--format")
        {
            HelpName = "auto|text|markdown",
            DefaultValueFactory = _ => "auto",
        };
        return Verb.Of(
            "add",
            "Adds columns from files, and says what was dropped and why.",
            [files, publication, format],
            DatabaseNeed.Current,
            async (session, cancel) =>
            {
                var wanted = ColumnFormats.Parse(session.Get(format));
                // All files are read before the first is taken in: a bad one leaves everything as it was.
                var drafts = new List<(string Origin, ColumnDraft Draft)>();
                foreach (var file in session.Get(files))
                    drafts.Add((FileOrigin.Of(file), await ColumnFile.ReadAsync(file, wanted, cancel)));
                var taken = new List<TakenColumn>();
                foreach (var (origin, draft) in drafts)
                    taken.Add(await TakenAsync(session, session.Get(publication), origin, draft, cancel));
                session.Terminal.Result(
                    new JsonArray([.. taken.Select(ColumnForms.Document)]),
                    taken.SelectMany(ColumnForms.Lines)
                );
                return Verb.Done;
            }
        );
    }

    private static Task<TakenColumn> TakenAsync(
        Session session,
        string publication,
        string origin,
        ColumnDraft draft,
        CancellationToken cancel
    )
    {
        var pictures = PictureShelf.Uses(draft).Distinct().Count();
        var what = pictures == 0 ? "it is being taken in" : $"its {pictures} picture(s) are being fetched";
        return Waiting.ForAsync(
            session.Terminal,
            session.Stage<TimeProvider>(),
            $"{draft.Title}: {what} …",
            session.Stage<Intake>().TakeAsync(publication, origin, draft, cancel)
        );
    }
}
