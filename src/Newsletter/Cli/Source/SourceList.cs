using System.CommandLine;
using System.Text.Json.Nodes;
using Newsletter.Columns.Sources.Fetching;

namespace Newsletter.Cli;

internal static class SourceList
{
    public static Command Command()
    {
        var publication = new Argument<string?>("PUBLICATION")
        {
            Arity = ArgumentArity.ZeroOrOne,
            Description = "Its slug; none for all.",
        };
        return Verb.Of(
            "list",
            "Lists the sources, and how the last fetch of each went.",
            [publication],
            DatabaseNeed.Current,
            async (session, cancel) =>
            {
                var sources = await session.Stage<SourceRegister>().ListAsync(session.Get(publication), cancel);
                session.Terminal.Result(
                    new JsonArray([.. sources.Select(one => SourceForms.Document(one.Source, one.Publication))]),
                    sources
                        .SelectMany(one => SourceForms.Lines(one.Source, one.Publication))
                        .DefaultIfEmpty("There is no source yet; add one with \"newsletter source add\".")
                );
                return Verb.Done;
            }
        );
    }
}
