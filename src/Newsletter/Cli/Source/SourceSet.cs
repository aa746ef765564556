using System.CommandLine;
using Newsletter.Columns.Sources.Fetching;

namespace Newsletter.Cli;

internal static class SourceSet
{
    public static Command Command()
    {
        var id = SourceArgument.Id();
        var address = new Option<string?>("--address")
        {
            HelpName = "URL|DIR",
            Description = "Where it is now; its columns stay the same.",
        };
        var since = new Option<string?>("--since")
        {
            HelpName = "DAY|none",
            Description = "What was published before this day is taken in and set aside.",
        };
        var pages = new Option<string?>("--pages")
        {
            HelpName = "on|off",
            Description = "Read the page behind an item where the feed holds only an excerpt.",
        };
        return Verb.Of(
            "set",
            "Changes a source; what is not named stays.",
            [id, address, since, pages],
            DatabaseNeed.Current,
            async (session, cancel) =>
            {
                var day = session.Get(since);
                var isNone = string.Equals(day?.Trim(), "none", StringComparison.OrdinalIgnoreCase);
                var settings = new SourceSettings(
                    session.Get(address),
                    day is null || isNone ? null : SourceDay.Read(day),
                    isNone,
                    session.Get(pages) is { } word ? IsOn(word) : null
                );
                var (source, slug) = await session.Stage<SourceRegister>().SetAsync(session.Get(id), settings, cancel);
                session.Terminal.Result(
                    SourceForms.Document(source, slug),
                    ["Source changed:", .. SourceForms.Lines(source, slug)]
                );
                return Verb.Done;
            }
        );
    }

    private static bool IsOn(string word) =>
        word.Trim().ToLowerInvariant() switch
        {
            "on" => true,
            "off" => false,
            _ => throw new Refusal($"\"{word}\" says nothing of pages; it can be on or off (--pages)."),
        };
}
