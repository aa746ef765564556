using Microsoft.EntityFrameworkCore;
using Newsletter.Delivery;
using Newsletter.Publications;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Delivery;

public sealed class RetriesByPublicationTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task A_publication_waits_as_long_as_it_says_and_the_others_as_the_settings_say(Provider provider)
    {
        await using var bench = await DeliveryBench.CreateAsync(provider);
        var hurried = await bench.PublicationAsync("hurried");
        await SetAsync(bench, hurried, "1m", null);
        await bench.ReaderAsync("slow@example.com");
        await bench.ReaderAsync("quick@example.com", publicationId: hurried);
        bench.Smtp.Answer("slow@example.com", "451 4.7.1 later");
        bench.Smtp.Answer("quick@example.com", "451 4.7.1 later");
        var slow = await bench.IssueAsync();
        var quick = await bench.IssueAsync(publicationId: hurried, number: 2);
        var start = bench.Database.Clock.GetUtcNow();

        await bench.DeliverAsync();

        Assert.InRange((await bench.MessageAsync(quick)).NotBefore - start, Minutes(1), Minutes(1.2));
        Assert.InRange((await bench.MessageAsync(slow)).NotBefore - start, Minutes(5), Minutes(6));
    }

    [Fact]
    public async Task A_publication_gives_up_when_it_says()
    {
        await using var bench = await DeliveryBench.CreateAsync();
        await SetAsync(bench, bench.PublicationId, null, "3m");
        await bench.ReaderAsync("slow@example.com");
        bench.Smtp.Answer("slow@example.com", "451 4.7.1 later");
        var issue = await bench.IssueAsync();

        await bench.DeliverAsync();

        var message = await bench.MessageAsync(issue);
        Assert.Equal((MessageState.Failed, "Given up: 451 4.7.1 later"), (message.State, message.LastReply));
    }

    [Theory]
    [InlineData("soon", null, "--retries")]
    [InlineData(null, "never", "--give-up-after")]
    public void What_is_no_duration_is_refused_with_the_option_named(string? retries, string? giveUp, string option)
    {
        var publication = Some.Publication();
        var refusal = Assert.Throws<Refusal>(() =>
        {
            publication.SetRetries(retries);
            publication.SetGiveUpAfter(giveUp);
        });
        Assert.Contains(option, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_takes_a_publications_own_waits_away()
    {
        var publication = Some.Publication();
        publication.SetRetries(" 5m,… ");
        publication.SetGiveUpAfter("2d");
        Assert.Equal(("5m,…", "2d"), (publication.Retries, publication.GiveUpAfter));
        publication.SetRetries("");
        publication.SetGiveUpAfter(" ");
        Assert.Equal((null, null), (publication.Retries, publication.GiveUpAfter));
    }

    private static TimeSpan Minutes(double count) => TimeSpan.FromMinutes(count);

    private static Task SetAsync(DeliveryBench bench, int publicationId, string? retries, string? giveUpAfter) =>
        bench.ChangeAsync(async db =>
        {
            var publication = await db.Publications.SingleAsync(p => p.Id == publicationId, Cancel);
            publication.SetRetries(retries);
            publication.SetGiveUpAfter(giveUpAfter);
        });
}
