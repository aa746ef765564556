using System.CommandLine;
using Newsletter.Columns.Sources.Fetching;

namespace Newsletter.Cli;

/// <summary>The verbs that take a source and change whether it is fetched: pause, resume.</summary>
internal static class SourceChange
{
    public static Command Pause() =>
        Command(
            "pause",
            "Fetches a source no more by itself until it is resumed.",
            (register, id, cancel) => register.PauseAsync(id, cancel),
            source =>
                $"Source {source.Id} is paused; \"newsletter source resume {source.Id}\" goes on, and \"newsletter source fetch {source.Id}\" fetches it once by hand."
        );

    public static Command Resume() =>
        Command(
            "resume",
            "Fetches a paused source by itself again, and what it published meanwhile.",
            (register, id, cancel) => register.ResumeAsync(id, cancel),
            source => $"Source {source.Id} is fetched by itself again; \"newsletter serve\" does at its next turn."
        );

    private static Command Command(
        string name,
        string description,
        Func<SourceRegister, int, CancellationToken, Task<(Source Source, string Publication)>> change,
        Func<Source, string> said
    )
    {
        var id = SourceArgument.Id();
        return Verb.Of(
            name,
            description,
            [id],
            DatabaseNeed.Current,
            async (session, cancel) =>
            {
                var (source, slug) = await change(session.Stage<SourceRegister>(), session.Get(id), cancel);
                session.Terminal.Result(SourceForms.Document(source, slug), said(source));
                return Verb.Done;
            }
        );
    }
}
