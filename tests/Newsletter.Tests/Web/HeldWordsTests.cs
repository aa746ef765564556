using System.Collections;
using Microsoft.EntityFrameworkCore;
using Newsletter.Delivery;
using Newsletter.Issues;
using Newsletter.Records;
using Newsletter.Subscribers;
using Newsletter.Tests.Testing;
using Newsletter.Web.Readers;

namespace Newsletter.Tests.Web;

/// <summary>What is held of a reader is said in the reader's language, whatever the program wrote there.</summary>
public sealed class HeldWordsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_value_that_a_record_can_hold_has_words_in_each_language_and_no_two_languages_share_them()
    {
        var kinds = KindsIn(typeof(ReaderRecord)).ToHashSet();
        Assert.Superset(
            new HashSet<Type> { typeof(MessageState), typeof(SubscriptionState), typeof(ConsentAct) },
            kinds
        );
        var values = kinds.SelectMany(kind => Enum.GetValues(kind).Cast<Enum>()).ToList();
        Assert.DoesNotContain(values, value => WordOrNull(EnglishHeldWords.All, value) is not { Length: > 0 });
        Assert.DoesNotContain(values, value => WordOrNull(FrenchHeldWords.All, value) is not { Length: > 0 });
        Assert.DoesNotContain(
            values,
            value => WordOrNull(EnglishHeldWords.All, value) == WordOrNull(FrenchHeldWords.All, value)
        );
    }

    [Fact]
    public void So_has_every_form_and_every_reason_to_leave()
    {
        Assert.Equal(EnglishHeldWords.All.Forms.Keys.Order(), FrenchHeldWords.All.Forms.Keys.Order());
        Assert.Empty(EnglishHeldWords.All.Forms.Values.Intersect(FrenchHeldWords.All.Forms.Values));
        foreach (var words in new[] { EnglishOwnDataWords.All, FrenchOwnDataWords.All })
            Assert.Equal(LeavingReasons.Choices.Order(), words.Leaving.Reasons.Keys.Order());
    }

    [Theory, OnBothDatabases]
    public async Task A_French_page_says_in_French_what_became_of_messages_and_subscriptions(Provider provider)
    {
        await using var site = await ReaderSite.StartAsync(provider);
        var publication = await site.PublicationAsync();
        var (id, _) = await site.ReaderAsync(publication);
        await site.IssueAsync(publication, "<p></p>", started: true);
        await using var db = site.Database.Open();
        var issue = await db.Issues.SingleAsync(Cancel);
        var now = site.Database.Clock.GetUtcNow();
        await site.Database.Lane.WriteAsync(lane => lane.FreezeAudienceAsync(issue.Id, now, Cancel), Cancel);
        var path = await site.HourPathAsync("/preferences/" + await site.TokenAsync(LinkPurpose.Preferences, id));
        foreach (var state in Enum.GetValues<MessageState>())
        {
            await db.Messages.ExecuteUpdateAsync(set => set.SetProperty(m => m.State, state), Cancel);
            var page = await site.GetAsync(path);
            Assert.Contains("La Lettre · numéro 1 · " + FrenchHeldWords.All.Messages[state], page, Ordinal);
            Assert.DoesNotContain($"· {state}", page, StringComparison.OrdinalIgnoreCase);
        }

        foreach (var state in Enum.GetValues<SubscriptionState>())
        {
            await db.Subscriptions.ExecuteUpdateAsync(set => set.SetProperty(s => s.State, state), Cancel);
            var page = await site.GetAsync(path);
            Assert.Contains($"<dd>{FrenchHeldWords.All.Subscriptions[state]} (", page, Ordinal);
        }
    }

    [Theory]
    [InlineData("fr", "vous avez accepté", "demandé, pour reader@example.org", "lien vers ce que nous savons de vous")]
    [InlineData("en", "you agreed", "asked for, to reader@example.org", "link to what we hold about you")]
    public async Task Acts_and_requests_are_said_in_the_language_of_the_page(string language, params string[] words)
    {
        await using var site = await ReaderSite.StartAsync(Provider.Sqlite);
        var (id, _) = await site.ReaderAsync(await site.PublicationAsync(language: language));
        var page = await site.GetAsync(
            await site.HourPathAsync("/preferences/" + await site.TokenAsync(LinkPurpose.Preferences, id))
        );
        Assert.All(words, word => Assert.Contains(word, page, Ordinal));
        Assert.DoesNotContain("owndata", page, StringComparison.OrdinalIgnoreCase);
    }

    private const StringComparison Ordinal = StringComparison.Ordinal;

    private static IEnumerable<Type> KindsIn(Type type) =>
        type.GetProperties()
            .SelectMany(property =>
                property.PropertyType.IsGenericType
                    ? property.PropertyType.GetGenericArguments()
                    : [property.PropertyType]
            )
            .SelectMany(held =>
                held.IsEnum ? [held]
                : held.Namespace == typeof(ReaderRecord).Namespace ? KindsIn(held)
                : []
            );

    // By the one table of words that is about values of its kind.
    private static string? WordOrNull(HeldWords words, Enum value) =>
        typeof(HeldWords)
            .GetProperties()
            .Where(property => property.PropertyType.IsGenericType)
            .Where(property => property.PropertyType.GetGenericArguments()[0] == value.GetType())
            .Select(property => ((IDictionary)property.GetValue(words)!)[value] as string)
            .SingleOrDefault();
}
