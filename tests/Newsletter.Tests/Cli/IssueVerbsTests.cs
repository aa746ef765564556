namespace Newsletter.Tests.Cli;

public sealed class IssueVerbsTests
{
    private static readonly string[] States = ["queued", "sending", "sent", "failed", "unknown", "withdrawn"];

    [Fact]
    public async Task Chosen_columns_stand_in_the_order_in_which_they_were_named()
    {
        await using var folder = await WithThreeColumnsAsync();

        var issue = await folder.DoneAsync([
            "issue",
            "compose",
            "--publication",
            "lettre",
            "--columns",
            "3,1",
            "--json",
        ]);

        Assert.Equal([3, 1], issue.Json["columns"]?.AsArray().Select(id => (int)id!) ?? []);
        var text = (await folder.DoneAsync(["issue", "preview", "1"])).Output;
        Assert.InRange(
            text.IndexOf("A tunnel", StringComparison.Ordinal),
            0,
            text.IndexOf("A bridge", StringComparison.Ordinal)
        );
        Assert.DoesNotContain("A ferry", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_subject_and_the_preheader_that_are_given_are_those_of_the_message()
    {
        await using var folder = await WithThreeColumnsAsync();
        await folder.DoneAsync([
            "issue",
            "compose",
            "--publication",
            "lettre",
            "--subject",
            "Ways over water",
            "--preheader",
            "A bridge, a ferry and a tunnel",
        ]);

        var file = folder.In("issue.html");
        var preview = await folder.DoneAsync(["issue", "preview", "1", "--html", file, "--json"]);

        Assert.Equal("Ways over water", (string?)preview.Json["subject"]);
        Assert.Contains(
            "A bridge, a ferry and a tunnel",
            await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_blocks_an_issue_is_named_and_ends_the_check_with_status_1()
    {
        await using var folder = await BadInputFolder.WithPublicationAsync();
        var file = folder.File("a.md", "# Greeting\n\nDear {{ first_name }}, good morning.");
        await folder.DoneAsync(["column", "add", file, "--publication", "lettre"]);
        await folder.DoneAsync(["issue", "compose", "--publication", "lettre"]);

        var check = await folder.TypeAsync("issue", "check", "1", "--json");

        Assert.Equal((1, "leftover"), (check.Status, (string?)check.Json["blocking"]?[0]?["rule"]));
        Assert.InRange((int?)check.Json["htmlBytes"] ?? 0, 1000, 102_400);
    }

    [Fact]
    public async Task Warnings_stand_beside_the_document_on_standard_error()
    {
        await using var folder = await WithThreeColumnsAsync();
        await folder.DoneAsync(["issue", "compose", "--publication", "lettre"]);

        var approved = await folder.DoneAsync(["issue", "approve", "1", "--json"]);

        Assert.Equal("approved", (string?)approved.Json["state"]);
        Assert.Contains("postal address", approved.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_time_without_an_offset_is_that_of_the_publications_zone()
    {
        await using var folder = await WithThreeColumnsAsync();
        await folder.DoneAsync(["publication", "set", "lettre", "--timezone", "America/New_York"]);
        await folder.DoneAsync(["issue", "compose", "--publication", "lettre"]);
        await folder.DoneAsync(["issue", "approve", "1"]);

        var queued = await folder.DoneAsync(["issue", "queue", "1", "--at", "2099-07-01T08:00", "--json"]);

        Assert.Equal("2099-07-01T08:00:00-04:00", (string?)queued.Json["at"]);
        var status = (await folder.DoneAsync(["issue", "status", "1", "--json"])).Json;
        Assert.StartsWith("2099-07-01T12:00:00", (string?)status["notBefore"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_counts_of_a_delivered_issue_add_up_and_each_message_has_its_line()
    {
        await using var folder = await BadInputFolder.WithQueuedIssueAsync();
        var expected = (await folder.DoneAsync(["issue", "status", "1", "--json"])).Json;
        Assert.Equal((1, 0), ((int?)expected["expected"], (int?)expected["audience"]));

        var delivered = await folder.DoneAsync(["deliver", "--until-idle", "--json"]);

        Assert.Equal(1, (int?)delivered.Json["sent"]);
        var status = (await folder.DoneAsync(["issue", "status", "1", "--json"])).Json;
        Assert.Equal(("sent", 1, 1), ((string?)status["state"], (int?)status["audience"], (int?)status["sent"]));
        Assert.Equal(1, States.Sum(state => (int?)status[state]));
        var line = Assert.Single((await folder.DoneAsync(["issue", "messages", "1", "--json"])).Json.AsArray());
        Assert.Equal(("ada@example.org", "sent"), ((string?)line?["email"], (string?)line?["state"]));
        Assert.Single(Directory.GetFiles(Path.Combine(folder.Data, "outbox"), "*.eml"));
    }

    [Fact]
    public async Task An_issue_that_is_resumed_goes_on_from_where_it_was_paused()
    {
        await using var folder = await BadInputFolder.WithQueuedIssueAsync();
        await folder.DoneAsync(["issue", "pause", "1"]);
        await folder.DoneAsync(["deliver", "--until-idle"]);
        Assert.Equal("paused", (string?)(await folder.DoneAsync(["issue", "status", "1", "--json"])).Json["state"]);

        var resumed = await folder.DoneAsync(["issue", "resume", "1", "--json"]);

        Assert.Equal("queued", (string?)resumed.Json["state"]);
        Assert.Equal(1, (int?)(await folder.DoneAsync(["deliver", "--until-idle", "--json"])).Json["sent"]);
    }

    private static async Task<BadInputFolder> WithThreeColumnsAsync()
    {
        var folder = await BadInputFolder.WithPublicationAsync();
        foreach (var title in new[] { "A bridge", "A ferry", "A tunnel" })
        {
            var file = folder.File($"{title}.md", $"# {title}\n\nIt takes people to the other side of the water.");
            await folder.DoneAsync(["column", "add", file, "--publication", "lettre"]);
        }

        return folder;
    }
}
