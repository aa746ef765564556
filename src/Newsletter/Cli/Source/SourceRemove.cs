using System.CommandLine;
using System.Text.Json.Nodes;
using Newsletter.Columns.Sources.Fetching;

namespace Newsletter.Cli;

internal static class SourceRemove
{
    public static Command Command()
    {
        var id = SourceArgument.Id();
        return Verb.Of(
            "remove",
            "Takes a source away; its columns stay.",
            [id],
            DatabaseNeed.Current,
            async (session, cancel) =>
            {
                await session.Stage<SourceRegister>().RemoveAsync(session.Get(id), cancel);
                session.Terminal.Result(
                    new JsonObject { ["id"] = session.Get(id) },
                    [$"Source {session.Get(id)} was taken away; its columns stay."]
                );
                return Verb.Done;
            }
        );
    }
}
