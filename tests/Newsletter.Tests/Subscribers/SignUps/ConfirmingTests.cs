using Microsoft.EntityFrameworkCore;
using Newsletter.Addresses;
using Newsletter.Publications;
using Newsletter.Subscribers;
using Newsletter.Subscribers.SignUps;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Subscribers.SignUps;

public sealed class ConfirmingTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task The_button_activates_and_keeps_the_sentence_that_was_shown(Provider provider)
    {
        await using var bench = await SignUpBench.AtAsync(provider);
        var shown = (await bench.OfferAsync()).Sentence;
        await bench.AskAsync("ada@example.org", "Ada");
        await bench.ChangeAsync(publication => publication.SetSignUpSentence("Something else."));
        Assert.Equal(ConfirmationState.Done, await bench.ConfirmAsync());
        Assert.Equal(["ada@example.org: Ada, active"], await bench.Readers.ShownAsync());
        var proof = (await bench.Readers.ProofAsync("ada@example.org"))[^1];
        Assert.Equal(
            (ConsentAct.Given, "confirmation mail", shown, "203.0.113.0"),
            (proof.Act, proof.How, proof.Sentence, proof.Network)
        );
    }

    [Theory, OnBothDatabases]
    public async Task Each_link_stands_for_the_sentence_of_its_own_form(Provider provider)
    {
        await using var bench = await SignUpBench.AtAsync(provider);
        var first = (await bench.OfferAsync()).Sentence;
        await bench.AskAsync("ada@example.org");
        var link = await bench.TokenAsync();
        bench.Readers.Database.Clock.Advance(TimeSpan.FromDays(2));
        await bench.ChangeAsync(publication => publication.SetSignUpSentence("Something else."));
        await bench.AskAsync("ada@example.org");
        await bench.Confirming.ConfirmAsync(link, new("page", null, null), Cancel);
        Assert.Equal(
            [(ConsentAct.Asked, first), (ConsentAct.Asked, "Something else."), (ConsentAct.Given, first)],
            (await bench.Readers.ProofAsync("ada@example.org")).Select(line => (line.Act, line.Sentence!))
        );
    }

    [Theory, OnBothDatabases]
    public async Task To_look_changes_nothing(Provider provider)
    {
        await using var bench = await SignUpBench.AtAsync(provider);
        await bench.AskAsync("ada@example.org");
        var found = await bench.Confirming.FindAsync(await bench.TokenAsync(), Cancel);
        Assert.Equal((ConfirmationState.Open, "lettre"), (found.State, found.PublicationSlug));
        Assert.Equal(["ada@example.org: , pending"], await bench.Readers.ShownAsync());
    }

    [Theory, OnBothDatabases]
    public async Task Confirming_twice_is_the_same_as_once(Provider provider)
    {
        await using var bench = await SignUpBench.AtAsync(provider);
        await bench.ChangeAsync(publication => publication.SetWelcome(WelcomeMail.Plain));
        await bench.AskAsync("ada@example.org");
        var states = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(bench.ConfirmAsync)));
        Assert.All(states, state => Assert.Equal(ConfirmationState.Done, state));
        Assert.Equal([ReaderRequestKind.Confirm, ReaderRequestKind.Welcome], await bench.KindsAsync());
        Assert.Equal(2, (await bench.Readers.ProofAsync("ada@example.org")).Count);
    }

    [Theory, OnBothDatabases]
    public async Task One_who_left_comes_back_by_signing_up_again(Provider provider)
    {
        await using var bench = await SignUpBench.AtAsync(provider);
        await bench.AskAsync("ada@example.org");
        await bench.ConfirmAsync();
        await LeaveAsync(bench);
        Assert.Equal(ConfirmationState.Over, await bench.ConfirmAsync());
        Assert.Equal(["ada@example.org: , unsubscribed"], await bench.Readers.ShownAsync());
        Assert.Equal(SignUpAnswer.CheckYourMail, await bench.AskAsync("ada@example.org"));
        Assert.Equal(ConfirmationState.Done, await bench.ConfirmAsync());
        Assert.Equal(["ada@example.org: , active"], await bench.Readers.ShownAsync());
    }

    [Theory, OnBothDatabases]
    public async Task A_link_from_before_the_reader_left_brings_nobody_back(Provider provider)
    {
        await using var bench = await SignUpBench.AtAsync(provider);
        await bench.AskAsync("ada@example.org");
        bench.Readers.Database.Clock.Advance(TimeSpan.FromDays(2));
        await LeaveAsync(bench);
        Assert.Equal(ConfirmationState.Over, await bench.ConfirmAsync());
        Assert.Equal(["ada@example.org: , unsubscribed"], await bench.Readers.ShownAsync());
    }

    [Theory, OnBothDatabases]
    public async Task A_link_in_the_mailbox_that_a_reader_moved_from_confirms_nothing(Provider provider)
    {
        await using var bench = await SignUpBench.AtAsync(provider);
        await bench.AskAsync("ada@example.org");
        await using (var db = bench.Readers.Database.Open())
        {
            (await db.Subscribers.SingleAsync(Cancel)).MoveTo(EmailAddress.Parse("new@example.org"));
            await db.SaveChangesAsync(Cancel);
        }

        Assert.Equal(ConfirmationState.Over, await bench.ConfirmAsync());
        Assert.Equal(["new@example.org: , pending"], await bench.Readers.ShownAsync());
    }

    [Theory, OnBothDatabases]
    public async Task It_lifts_what_the_reader_wanted_and_nothing_that_others_want(Provider provider)
    {
        await using var bench = await SignUpBench.AtAsync(provider);
        var address = EmailAddress.Parse("ada@example.org");
        var hash = SuppressionHash.Of(await bench.Keys.SigningAsync(Cancel), address);
        await SuppressAsync(bench, hash, SuppressionSource.Reader);
        Assert.Equal(SignUpAnswer.CheckYourMail, await bench.AskAsync("ada@example.org"));
        await SuppressAsync(bench, "@example.org", SuppressionSource.Staff);
        Assert.Equal(ConfirmationState.Done, await bench.ConfirmAsync());
        Assert.Equal(["@example.org"], (await bench.Readers.SuppressionsAsync()).Select(s => s.Target));
    }

    [Fact]
    public async Task A_link_of_long_ago_confirms_nothing()
    {
        await using var bench = await SignUpBench.AtAsync(Provider.Sqlite);
        await bench.AskAsync("ada@example.org");
        bench.Readers.Database.Clock.Advance(Confirming.LastsFor + TimeSpan.FromMinutes(1));
        Assert.Equal(ConfirmationState.Over, await bench.ConfirmAsync());
        Assert.Equal(["ada@example.org: , pending"], await bench.Readers.ShownAsync());
    }

    [Fact]
    public async Task A_token_of_another_purpose_confirms_nothing()
    {
        await using var bench = await SignUpBench.AtAsync(Provider.Sqlite);
        await bench.AskAsync("ada@example.org");
        var key = await bench.Keys.SigningAsync(Cancel);
        foreach (var purpose in Enum.GetValues<LinkPurpose>().Where(purpose => purpose is not LinkPurpose.Confirm))
        {
            var token = ReaderLink.Token(key, purpose, 1);
            Assert.Equal(
                ConfirmationState.Broken,
                (await bench.Confirming.ConfirmAsync(token, new("page", null, null), Cancel)).State
            );
        }
    }

    [Theory, OnBothDatabases]
    public async Task A_link_goes_by_mail_to_one_who_is_subscribed_and_to_nobody_else(Provider provider)
    {
        await using var bench = await SignUpBench.AtAsync(provider);
        await bench.Readers.AddAsync("ada@example.org", "yes");
        await bench.Readers.AddAsync("pending@example.org");
        foreach (
            var address in new[] { "Ada@Example.org", "pending@example.org", "nobody@example.org", "ada@example.org" }
        )
            Assert.Equal(SignUpAnswer.CheckYourMail, await bench.FreshLinks.AskAsync(address, null, Cancel));
        Assert.Equal(SignUpAnswer.NoAddress, await bench.FreshLinks.AskAsync("nobody", null, Cancel));
        var request = Assert.Single(await bench.RequestsAsync());
        Assert.Equal((ReaderRequestKind.FreshLink, "ada@example.org"), (request.Kind, request.Email));
    }

    private static Task<int> LeaveAsync(SignUpBench bench) =>
        bench.Readers.Unsubscribing.LeaveAsync(EmailAddress.Parse("ada@example.org"), "lettre", "test", Cancel);

    private static async Task SuppressAsync(SignUpBench bench, string target, SuppressionSource source)
    {
        await using var db = bench.Readers.Database.Open();
        db.Suppressions.Add(Suppression.Of("stand-in@example.net", "test", bench.Readers.Database.Clock.GetUtcNow()));
        await db.SaveChangesAsync(Cancel);
        await db
            .Suppressions.Where(s => s.Target == "stand-in@example.net")
            .ExecuteUpdateAsync(
                set => set.SetProperty(s => s.Target, target).SetProperty(s => s.Source, source),
                Cancel
            );
    }
}
