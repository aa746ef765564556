using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Newsletter.Subscribers.Importing;

namespace Newsletter.Cli;

internal static class SubscriberImport
{
    public static Command Command()
    {
        var file = new Argument<string>("FILE");
        var publication = SubscriberArguments.Publication();
        var from = new Option<string>("--from")
        {
            HelpName = SourceSystems.Words,
            Description = "The program that wrote the file; auto tells it by the names of its columns.",
            DefaultValueFactory = _ => "auto",
        };
        var consent = new Option<string?>("--consent")
        {
            HelpName = "TEXT",
            Description = "How these people agreed; without it rows without a status are pending.",
        };
        var dryRun = new Option<bool>("--dry-run") { Description = "Say what would happen, and write nothing." };
        return Verb.Of(
            "import",
            "Imports readers from a CSV file.",
            [file, publication, from, consent, dryRun],
            DatabaseNeed.Current,
            async (session, cancel) =>
            {
                var order = new ImportOrder(
                    session.Get(file),
                    session.Get(publication),
                    session.Get(from),
                    session.Get(consent),
                    session.Get(dryRun)
                );
                var plan = ImportPlan.Of(order.File, order.From);
                // How the columns are understood is shown before anything is written by it.
                if (!order.DryRun && !session.Terminal.Json)
                    session.Terminal.Note(ImportPlanShown.Short(plan));
                var result = await LongWork.ShowAsync(
                    session.Terminal,
                    session.Stage<TimeProvider>(),
                    "Importing",
                    done => session.Stage<Import>().RunAsync(order, plan, new ImportedRows(done), cancel)
                );
                session.Terminal.Result(
                    Document(plan, result, order.DryRun),
                    [.. order.DryRun ? ImportPlanShown.Whole(plan, result) : [], .. Lines(result, order.DryRun)]
                );
                return Verb.Done;
            }
        );
    }

    private static JsonObject Document(ImportPlan plan, ImportResult result, bool dryRun)
    {
        var document = new JsonObject
        {
            ["read"] = result.Read,
            ["added"] = result.Added,
            ["updated"] = result.Updated,
            ["unchanged"] = result.Unchanged,
            ["suppressed"] = result.Suppressed,
            ["duplicates"] = result.Duplicates,
            ["pending"] = result.Pending,
            ["refusedTotal"] = result.RefusedTotal,
            ["refused"] = new JsonArray([
                .. result.Refused.Select(row => new JsonObject { ["line"] = row.Line, ["why"] = row.Why }),
            ]),
            ["from"] = plan.SystemWord,
            ["columns"] = ImportPlanShown.Columns(plan),
        };
        if (dryRun)
            document["sample"] = ImportPlanShown.Sample(result);
        return document;
    }

    private static IEnumerable<string> Lines(ImportResult result, bool dryRun)
    {
        foreach (var row in result.Refused)
            yield return $"line {row.Line}: {row.Why}";
        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"{(dryRun ? "Would be: " : "")}{result.Read} rows read: {result.Added} added, {result.Updated} updated, {result.Unchanged} unchanged, {result.Suppressed} who get no mail, {result.Duplicates} duplicates, {result.RefusedTotal} refused; {result.Pending} pending."
        );
    }
}
