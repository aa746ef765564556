using System.CommandLine;
using System.Text.Json.Nodes;
using Newsletter.Columns.Sources.Fetching;
using Newsletter.Publications;

namespace Newsletter.Cli;

internal static class PublicationShow
{
    public static Command Command()
    {
        var slug = new Argument<string>("SLUG");
        return Verb.Of(
            "show",
            "Shows a publication and its next five issues.",
            [slug],
            DatabaseNeed.Current,
            async (session, cancel) =>
            {
                var publication = await session.Stage<PublicationRegister>().FindAsync(session.Get(slug), cancel);
                var next = Next(publication, session.Stage<TimeProvider>().GetUtcNow());
                var sources = await session.Stage<SourceRegister>().ListAsync(publication.Slug, cancel);
                var document = Document(publication, next);
                document["sources"] = new JsonArray([
                    .. sources.Select(one => SourceForms.Document(one.Source, one.Publication)),
                ]);
                session.Terminal.Result(
                    document,
                    [
                        .. Lines(publication, next),
                        .. sources.Select(one => $"source        {SourceForms.Line(one.Source)}"),
                    ]
                );
                return Verb.Done;
            }
        );
    }

    private static Dictionary<string, NextIssues> Next(Publication publication, DateTimeOffset now) =>
        publication.OfferedEditions.ToDictionary(
            edition => edition.Rhythm,
            edition => NextIssues.Of(publication, edition, now)
        );

    private static JsonObject Document(Edition edition, NextIssues next) =>
        new()
        {
            ["rhythm"] = edition.Rhythm,
            ["schedule"] = edition.Schedule,
            ["rule"] = RuleShown.Document(edition),
            ["nextIssues"] = next.Document,
            ["quietHours"] = next.QuietDocument,
        };

    private static IEnumerable<Edition> Slower(Publication publication) =>
        publication.OfferedEditions.Where(edition => edition.Rhythm != Edition.Every);

    private static JsonObject Document(Publication publication, Dictionary<string, NextIssues> next) =>
        new()
        {
            ["slug"] = publication.Slug,
            ["title"] = publication.Title,
            ["from"] = publication.Sender.ToString(),
            ["replyTo"] = publication.ReplyTo,
            ["language"] = publication.Language,
            ["timezone"] = publication.TimeZone,
            ["template"] = publication.Template,
            ["logo"] = publication.Theme.Logo is { } logo
                ? new JsonObject
                {
                    ["source"] = logo.Address,
                    ["width"] = logo.Width,
                    ["height"] = logo.Height,
                    ["picture"] = logo.Picture,
                }
                : null,
            ["schedule"] = publication.EveryIssue.Schedule,
            ["minimum"] = publication.EveryIssue.Minimum,
            ["postalAddress"] = publication.PostalAddress,
            ["unknown"] = Unknown(publication),
            ["retries"] = publication.Retries,
            ["giveUpAfter"] = publication.GiveUpAfter,
            ["bounceDomain"] = publication.BounceDomain,
            ["signUp"] = publication.TakesSignUps ? "open" : "closed",
            ["signUpSentence"] = publication.SignUpSentence,
            ["welcome"] = Welcome(publication),
            ["goodbye"] = publication.SaysGoodbye ? "on" : "off",
            ["quietDays"] = new JsonArray([.. publication.QuietDays.Words.Select(word => JsonValue.Create(word))]),
            ["onQuiet"] = OnQuiet(publication),
            ["nextIssues"] = next[Edition.Every].Document,
            ["editions"] = new JsonArray([
                .. publication.OfferedEditions.Select(edition => Document(edition, next[edition.Rhythm])),
            ]),
        };

    private static string Welcome(Publication publication) =>
        publication.Welcome switch
        {
            WelcomeMail.Plain => "on",
            WelcomeMail.WithLatestIssue => "latest",
            _ => "off",
        };

    private static string Unknown(Publication publication) =>
        publication.UnknownPolicy is UnknownPolicy.Hold ? "hold" : "send-again";

    private static IEnumerable<string> Lines(Publication publication, Dictionary<string, NextIssues> next)
    {
        yield return $"{publication.Slug}: {publication.Title}";
        yield return $"from          {publication.Sender}";
        yield return $"reply to      {publication.ReplyTo ?? "the sender"}";
        yield return $"language      {publication.Language}";
        yield return $"time zone     {publication.TimeZone}";
        yield return $"template      {publication.Template}";
        if (publication.Theme.Logo is { } logo)
            yield return $"logo          {logo.Address}, shown {logo.Width}x{logo.Height}";
        yield return $"postal        {publication.PostalAddress?.ReplaceLineEndings(", ") ?? "none: readers and the law expect one"}";
        yield return $"schedule      {publication.EveryIssue.Schedule ?? "none: issues are made by hand"}";
        yield return $"in doubt      {Unknown(publication)}";
        yield return $"retries       {publication.Retries ?? "as the settings say"}, given up after {publication.GiveUpAfter ?? "the time they say"}";
        yield return $"bounces       {publication.BounceDomain ?? "none: reports go to the sender"}";
        yield return $"sign-up       {(publication.TakesSignUps ? "open" : "closed")}, welcome {Welcome(publication)}, goodbye {(publication.SaysGoodbye ? "on" : "off")}";
        if (publication.SignUpSentence is { } sentence)
            yield return $"sentence      {sentence}";
        yield return $"quiet days    {(publication.QuietDays.Words is { Count: > 0 } words ? $"{string.Join(", ", words)}; then: {OnQuiet(publication)}" : "none")}";
        foreach (var line in RuleShown.Lines(publication.EveryIssue).Concat(next[Edition.Every].Lines("next issue")))
            yield return line;
        foreach (var edition in Slower(publication))
        {
            yield return $"{edition.Rhythm, -14}{edition.Schedule}";
            foreach (var line in RuleShown.Lines(edition).Concat(next[edition.Rhythm].Lines($"next {edition.Rhythm}")))
                yield return line;
        }
    }

    private static string OnQuiet(Publication publication) => publication.QuietDays.Moves ? "move" : "skip";
}
