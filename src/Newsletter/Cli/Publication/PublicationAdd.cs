using System.CommandLine;
using System.Text.Json.Nodes;
using Newsletter.Columns.Pictures;
using Newsletter.Issues;
using Newsletter.Publications;

namespace Newsletter.Cli;

internal static class PublicationAdd
{
    public static Command Command()
    {
        var options = new PublicationOptions(adding: true);
        return Verb.Of(
            "add",
            "Adds a publication; only a title and a sender are needed.",
            options.All,
            DatabaseNeed.Current,
            async (session, cancel) =>
            {
                var (rhythms, wish) = (session.Stage<Rhythms>(), options.ReadRhythms(session));
                rhythms.Check(wish);
                var register = session.Stage<PublicationRegister>();
                var settings = await session.Stage<LogoIntake>().WithLogosAsync(options.Read(session), cancel);
                var publication = await register.AddAsync(session.Get(options.Slug), settings, cancel);
                await rhythms.SetAsync(publication.Slug, wish, cancel);
                session.Terminal.Result(
                    new JsonObject { ["slug"] = publication.Slug },
                    $"Publication {publication.Slug} added: {publication.Title}, from {publication.Sender}."
                );
                return Verb.Done;
            }
        );
    }
}
