using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Cli;

public sealed class BadInputDataTests
{
    [Fact]
    public async Task A_data_folder_that_is_a_file_is_said_so()
    {
        await using var folder = new BadInputFolder();
        folder.File("data", "");
        Said.Refused(await folder.TypeAsync("publication", "list"), folder.Data, "--data");
    }

    [Fact]
    public async Task A_damaged_database_is_said_so()
    {
        await using var folder = new BadInputFolder();
        Directory.CreateDirectory(folder.Data);
        folder.File("data/newsletter.db", new string('x', 4096));
        Said.Refused(await folder.TypeAsync("publication", "list"), "newsletter.db", "restore a backup");
    }

    [Fact]
    public async Task An_empty_database_file_such_as_a_kill_leaves_is_made_ready()
    {
        await using var folder = new BadInputFolder();
        Directory.CreateDirectory(folder.Data);
        folder.File("data/newsletter.db", "");
        Assert.Equal(0, (await folder.TypeAsync("publication", "list")).Status);
    }

    [Fact]
    public async Task A_program_killed_at_any_moment_of_its_first_start_comes_up_the_next_time()
    {
        foreach (var delay in Enumerable.Range(0, 12).Select(i => 300 + 100 * i))
        {
            await using var folder = new BadInputFolder();
            using (var first = Launched.Start(folder.Path, [], "deliver"))
            {
                await Task.Delay(delay, TestContext.Current.CancellationToken);
                first.Kill();
            }

            var again = await folder.TypeAsync("publication", "list");
            Assert.True(again.Status == 0, $"After {delay} ms: {again.Error}");
        }
    }

    [Fact]
    public async Task A_full_disk_is_said_so_and_what_was_there_before_is_there_after()
    {
        await using var folder = new BadInputFolder();
        Directory.CreateDirectory(folder.Data);
        await using var disk = await SmallDisk.MountAsync(folder.Data, "1500k");
        await folder.DoneAsync(["publication", "add", "lettre", "--title", "T", "--from", "lettre@example.org"]);
        var many = string.Concat(Enumerable.Range(0, 40_000).Select(i => $"reader{i}@example.org\n"));
        var typed = await folder.TypeAsync(
            "subscriber",
            "import",
            folder.File("many.csv", "email\n" + many),
            "--publication",
            "lettre",
            "--json"
        );
        Said.Refused(typed, "the disk is full", "free some of its space");
        var list = await folder.TypeAsync("publication", "list", "--json");
        Assert.Single(list.Json.AsArray());
    }

    [Fact]
    public async Task A_full_outbox_is_said_so_and_its_message_stays_queued()
    {
        await using var folder = await BadInputFolder.WithQueuedIssueAsync();
        Directory.CreateDirectory(folder.In("out"));
        await using var disk = await SmallDisk.MountAsync(folder.In("out"), "4k");
        var typed = await folder.RunAsync(["Delivery__Folder=out"], "deliver", "--until-idle");
        // The folder could be opened, so delivery had begun, and said so in its log.
        Assert.Equal((1, ""), (typed.Status, typed.Output));
        Said.Sentence(typed.Error, folder.In("out"), "free its disk", "stays queued");
        Assert.Equal(1, (int?)(await folder.TypeAsync("issue", "status", "1", "--json")).Json["queued"]);
    }
}
