using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Cli;

public sealed class BadInputWordsTests
{
    [Theory]
    [InlineData("publication add lettre --title T --from a@example.org", "already")]
    [InlineData("publication add other --title T --from nonsense", "has no @")]
    [InlineData(
        "publication add other --title T --from a@example.org --template nope",
        "There is no template \"nope\""
    )]
    [InlineData("publication add other --title T --from a@example.org --timezone Mars/X", "Europe/Paris")]
    [InlineData("publication add other --title T --from a@example.org --language xx", "is no language")]
    [InlineData("publication add other --title T --from a@example.org --schedule whenever", "is no schedule")]
    [InlineData("publication add Bad_Slug --title T --from a@example.org", "cannot be a slug")]
    [InlineData("publication show nope", "publication list")]
    [InlineData("column show 99", "There is no column 99")]
    [InlineData("issue check 99", "There is no issue 99")]
    [InlineData("issue approve 99", "There is no issue 99")]
    [InlineData("issue queue 99", "There is no issue 99")]
    [InlineData("issue preview 99", "There is no issue 99")]
    [InlineData("issue status 99", "There is no issue 99")]
    [InlineData("issue messages 99", "There is no issue 99")]
    [InlineData("issue cancel 99", "There is no issue 99")]
    [InlineData("issue compose --publication lettre", "nothing to carry")]
    [InlineData("issue compose --publication lettre --columns abc", "\"abc\" is no column id")]
    [InlineData("issue compose --publication lettre --columns ,", "--columns names no column")]
    [InlineData("issue compose --publication lettre --columns 99", "Column 99 does not serve")]
    [InlineData("subscriber add bad --publication lettre", "has no @")]
    [InlineData("subscriber add ada@example.org --publication lettre --confirmed", "--consent")]
    public async Task What_cannot_be_done_is_said_in_one_sentence(string words, string why)
    {
        await using var folder = await BadInputFolder.WithPublicationAsync();
        Said.Refused(await folder.TypeAsync(words.Split(' ')), why);
    }

    [Theory]
    [InlineData("issue queue 1", "only one that is approved can")]
    [InlineData("issue approve 1", "only one that is draft or approved can")]
    [InlineData("issue preview 1 --reader nobody@example.org", "is no reader of this issue")]
    [InlineData("issue preview 1 --eml /proc/nowhere/x.eml", "/proc/nowhere/x.eml cannot be written")]
    [InlineData("issue messages 1 --state foo", "\"foo\" is no such state")]
    public async Task What_an_issue_is_past_is_refused_and_it_stays_as_it_is(string words, string why)
    {
        await using var folder = await BadInputFolder.WithQueuedIssueAsync();
        Said.Refused(await folder.TypeAsync(words.Split(' ')), why);
        var status = await folder.TypeAsync("issue", "status", "1", "--json");
        Assert.Equal("queued", (string?)status.Json["state"]);
    }

    [Fact]
    public async Task A_draft_cannot_be_queued_a_time_must_be_one_and_a_cancelled_issue_stays_so()
    {
        await using var folder = await BadInputFolder.WithPublicationAsync();
        var file = folder.File("a.md", "# A\n\nText.");
        await folder.DoneAsync(["column", "add", file, "--publication", "lettre"]);
        await folder.DoneAsync(["issue", "compose", "--publication", "lettre"]);
        Said.Refused(await folder.TypeAsync("issue", "queue", "1"), "is draft and cannot be queued");
        Said.Refused(await folder.TypeAsync("issue", "queue", "1", "--at", "nonsense"), "\"nonsense\" is no time");
        await folder.DoneAsync(["issue", "cancel", "1"]);
        Said.Refused(await folder.TypeAsync("issue", "cancel", "1"), "cannot be cancelled");
    }

    [Theory]
    [InlineData("nonsense", "nonsense")]
    [InlineData("publication list --nonsense", "--nonsense")]
    [InlineData("publication add x --title T", "--from")]
    [InlineData(
        "publication add x --title T --from a@example.org --minimum two",
        "\"two\" is no whole number, which --minimum takes"
    )]
    [InlineData("issue status abc", "\"abc\" is no whole number, which ID takes")]
    [InlineData("issue status 99999999999", "is no whole number")]
    public async Task Wrong_usage_is_status_2_and_says_nothing_on_standard_output(string words, string why)
    {
        await using var folder = new BadInputFolder();
        var typed = await folder.TypeAsync(words.Split(' '));
        Assert.Equal((2, ""), (typed.Status, typed.Output));
        Said.Sentence(typed.Error, why);
        Assert.False(Directory.Exists(folder.Data));
    }
}
