using Newsletter.Addresses;
using Newsletter.Subscribers;
using Newsletter.Subscribers.SignUps;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Subscribers.SignUps;

public sealed class SignUpTests
{
    [Theory, OnBothDatabases]
    public async Task Nothing_comes_of_it_but_a_pending_row_a_line_of_proof_and_a_request_to_confirm(Provider provider)
    {
        await using var bench = await SignUpBench.AtAsync(provider);
        Assert.Equal(SignUpAnswer.CheckYourMail, await bench.AskAsync("Ada@Example.org", "Ada"));
        Assert.Equal(["Ada@Example.org: Ada, pending"], await bench.Readers.ShownAsync());
        Assert.Equal([ReaderRequestKind.Confirm], await bench.KindsAsync());
        var proof = Assert.Single(await bench.Readers.ProofAsync("ada@example.org"));
        Assert.Equal(
            (ConsentAct.Asked, "page", "https://news.example.org/lettre/subscribe", "203.0.113.0"),
            (proof.Act, proof.Form, proof.Page, proof.Network)
        );
        Assert.Equal((await bench.OfferAsync()).Sentence, proof.Sentence);
    }

    [Theory, OnBothDatabases]
    public async Task The_answer_is_the_same_whatever_is_known_of_an_address(Provider provider)
    {
        await using var bench = await SignUpBench.AtAsync(provider);
        await bench.Readers.AddAsync("active@example.org", "yes");
        await bench.Readers.AddAsync("pending@example.org");
        await bench.Readers.AddAsync("left@example.org", "yes");
        await bench.Readers.Unsubscribing.LeaveAsync(
            EmailAddress.Parse("left@example.org"),
            null,
            "test",
            TestContext.Current.CancellationToken
        );
        await bench.Readers.Suppressing.SuppressAsync(
            "kept-out@example.org",
            "asked us",
            TestContext.Current.CancellationToken
        );
        await bench.Readers.Suppressing.SuppressAsync(
            "@kept-out.example",
            "asked us",
            TestContext.Current.CancellationToken
        );
        foreach (
            var who in new[] { "active", "pending", "left", "kept-out", "new" }
                .Select(name => name + "@example.org")
                .Append("any@kept-out.example")
        )
        {
            Assert.Equal(SignUpAnswer.CheckYourMail, await bench.AskAsync(who));
        }

        Assert.Equal(
            [
                ("active@example.org", ReaderRequestKind.FreshLink),
                ("pending@example.org", ReaderRequestKind.Confirm),
                ("left@example.org", ReaderRequestKind.Confirm),
                ("new@example.org", ReaderRequestKind.Confirm),
            ],
            (await bench.RequestsAsync()).Select(r => (r.Email, r.Kind))
        );
        Assert.Equal(
            ["active: active", "pending: pending", "left: unsubscribed", "new: pending"],
            (await bench.Readers.ShownAsync()).Select(line =>
                line.Replace("@example.org: ,", ":", StringComparison.Ordinal)
            )
        );
    }

    [Theory, OnBothDatabases]
    public async Task Sent_again_it_leaves_one_row_one_line_of_proof_and_one_mail(Provider provider)
    {
        await using var bench = await SignUpBench.AtAsync(provider);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => bench.AskAsync("ada@example.org"))));
        Assert.Single(await bench.Readers.ShownAsync());
        Assert.Single(await bench.Readers.ProofAsync("ada@example.org"));
        Assert.Single(await bench.RequestsAsync());
    }

    [Fact]
    public async Task A_stranger_renames_nobody()
    {
        await using var bench = await SignUpBench.AtAsync(Provider.Sqlite);
        await bench.Readers.AddAsync("ada@example.org", "yes", "Ada");
        await bench.AskAsync("ada@example.org", "Buy this");
        Assert.Equal(["ada@example.org: Ada, active"], await bench.Readers.ShownAsync());
    }

    [Fact]
    public async Task One_who_never_agreed_to_anything_has_the_name_that_was_typed_last()
    {
        await using var bench = await SignUpBench.AtAsync(Provider.Sqlite);
        await bench.AskAsync("ada@example.org", "Buy this");
        await bench.AskAsync("ada@example.org", "Ada");
        await bench.AskAsync("ada@example.org");
        Assert.Equal(["ada@example.org: Ada, pending"], await bench.Readers.ShownAsync());
    }

    [Fact]
    public async Task What_a_closed_publication_is_asked_is_not_looked_at()
    {
        await using var bench = await SignUpBench.AtAsync(Provider.Sqlite);
        await bench.ChangeAsync(publication => publication.SetTakesSignUps(false));
        Assert.Equal(SignUpAnswer.Closed, await bench.AskAsync("ada@example.org"));
        Assert.Empty(await bench.Readers.ShownAsync());
    }

    [Theory]
    [InlineData(DomainMail.None, SignUpAnswer.NoSuchDomain)]
    [InlineData(DomainMail.Refused, SignUpAnswer.NoMailThere)]
    public async Task A_domain_that_takes_no_mail_is_refused(object says, object answer)
    {
        await using var bench = await SignUpBench.AtAsync(Provider.Sqlite);
        bench.Dns = (DomainMail)says;
        Assert.Equal((SignUpAnswer)answer, await bench.AskAsync("ada@example.org"));
        Assert.Empty(await bench.Readers.ShownAsync());
    }

    [Fact]
    public async Task A_sentence_that_was_not_shown_is_not_agreed_to()
    {
        await using var bench = await SignUpBench.AtAsync(Provider.Sqlite);
        var before = (await bench.OfferAsync()).SentenceMark;
        await bench.ChangeAsync(publication => publication.SetSignUpSentence("I want everything."));
        var result = await bench.ResultAsync("ada@example.org", change: form => form with { SentenceMark = before });
        Assert.Equal(SignUpAnswer.SentenceNotSeen, result.Answer);
        Assert.Equal(SignUpAnswer.CheckYourMail, await bench.AskAsync("ada@example.org"));
        Assert.Equal("I want everything.", (await bench.Readers.ProofAsync("ada@example.org"))[0].Sentence);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, false)]
    [InlineData(3, true)]
    [InlineData(60 * 60 * 23, true)]
    [InlineData(60 * 60 * 25, false)]
    public async Task A_form_that_comes_at_once_or_from_long_ago_is_asked_for_again(int seconds, bool isTaken)
    {
        await using var bench = await SignUpBench.AtAsync(Provider.Sqlite);
        var shown = await bench.Forms.TokenAsync(TestContext.Current.CancellationToken);
        bench.Readers.Database.Clock.Advance(TimeSpan.FromSeconds(seconds));
        var result = await bench.ResultAsync(
            "ada@example.org",
            change: form => form with { IsTimed = true, Shown = shown }
        );
        Assert.Equal(isTaken ? SignUpAnswer.CheckYourMail : SignUpAnswer.NotByHand, result.Answer);
    }

    [Fact]
    public async Task A_filled_trap_is_asked_about_and_nothing_is_written()
    {
        await using var bench = await SignUpBench.AtAsync(Provider.Sqlite);
        var result = await bench.ResultAsync("ada@example.org", change: form => form with { Trap = "http://x" });
        Assert.Equal(SignUpAnswer.NotByHand, result.Answer);
        Assert.Empty(await bench.Readers.ShownAsync());
    }

    [Fact]
    public async Task A_slip_is_asked_about_until_the_reader_says_that_it_is_right()
    {
        await using var bench = await SignUpBench.AtAsync(Provider.Sqlite);
        var asked = await bench.ResultAsync("ada@gmial.com", change: form => form with { IsSure = false });
        Assert.Equal((SignUpAnswer.Slip, "ada@gmail.com"), (asked.Answer, asked.Suggested?.Value));
        Assert.Empty(await bench.Readers.ShownAsync());
        Assert.Equal(SignUpAnswer.CheckYourMail, await bench.AskAsync("ada@gmial.com"));
    }

    [Fact]
    public async Task Too_many_from_one_network_are_turned_away_and_other_networks_are_not()
    {
        await using var bench = await SignUpBench.AtAsync(Provider.Sqlite);
        bench.Settings.PerNetwork = 3;
        var answers = new List<SignUpAnswer>();
        for (var i = 0; i < 5; i++)
        {
            bench.Address = System.Net.IPAddress.Parse($"2001:db8:1:{i}::{i}");
            answers.Add(await bench.AskAsync($"ada{i}@example{i}.org"));
        }

        Assert.Equal(3, answers.Count(answer => answer is SignUpAnswer.CheckYourMail));
        Assert.Equal(SignUpAnswer.TooMany, answers[^1]);
        bench.Address = System.Net.IPAddress.Parse("2001:db8:2::1");
        Assert.Equal(SignUpAnswer.CheckYourMail, await bench.AskAsync("bo@example.net"));
    }

    [Fact]
    public async Task Too_many_to_one_small_domain_are_turned_away()
    {
        await using var bench = await SignUpBench.AtAsync(Provider.Sqlite);
        bench.Settings.PerDomain = 2;
        var answers = new List<SignUpAnswer>();
        foreach (
            var address in new[]
            {
                "a@tiny.org",
                "b@tiny.org",
                "c@tiny.org",
                "a@gmail.com",
                "b@gmail.com",
                "c@gmail.com",
            }
        )
            answers.Add(await bench.AskAsync(address));
        Assert.Equal(SignUpAnswer.TooMany, answers[2]);
        Assert.Equal(5, answers.Count(answer => answer is SignUpAnswer.CheckYourMail));
    }
}
