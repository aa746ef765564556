using System.CommandLine;
using System.Text.Json.Nodes;
using Newsletter.Rendering;
using Newsletter.Review;

namespace Newsletter.Cli;

internal static class PublicationMail
{
    public static Command Command()
    {
        var slug = new Argument<string>("SLUG");
        var kind = new Argument<string>("KIND") { Description = Written.Words(Enum.GetValues<ServiceMailKind>()) };
        var sentence = new Option<string?>("--sentence")
        {
            HelpName = "TEXT",
            Description = "What the reader agrees to, as it is to be shown.",
        };
        var mail = new WrittenMail();
        return Verb.Of(
            "mail",
            "Shows a mail that is no issue, as a sample reader receives it.",
            [slug, kind, sentence, .. mail.Options],
            DatabaseNeed.Current,
            async (session, cancel) =>
            {
                var message = await session
                    .Stage<ServiceMailPreview>()
                    .OfAsync(session.Get(slug), KindOf(session.Get(kind)), session.Get(sentence), cancel);
                await mail.GiveAsync(session, new JsonObject { ["publication"] = session.Get(slug) }, message, cancel);
                return Verb.Done;
            }
        );
    }

    private static ServiceMailKind KindOf(string word)
    {
        var kinds = Enum.GetValues<ServiceMailKind>();
        var place = Array.FindIndex(
            kinds,
            kind => string.Equals(Written.Word(kind), word.Trim(), StringComparison.OrdinalIgnoreCase)
        );
        return place >= 0
            ? kinds[place]
            : throw new Refusal($"\"{word}\" is no such mail; it can be {Written.Words(kinds)}.");
    }
}
