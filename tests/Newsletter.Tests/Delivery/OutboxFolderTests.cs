using Newsletter.Delivery;
using Newsletter.Issues;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Delivery;

public sealed class OutboxFolderTests
{
    [Fact]
    public async Task Each_message_is_a_file_and_nothing_else_is_left()
    {
        await using var bench = await DeliveryBench.CreateAsync();
        await bench.ReadersAsync(25);
        var issue = await bench.IssueAsync();
        var outbox = bench.Database.Folder.Outbox;
        await bench.DeliverAsync(carrier: new OutboxFolder(outbox));
        var files = Directory.GetFiles(outbox);
        Assert.Equal(25, files.Length);
        Assert.All(files, file => Assert.EndsWith(".eml", file, StringComparison.Ordinal));
        Assert.All(files, file => Assert.StartsWith($"{issue}.", Path.GetFileName(file), StringComparison.Ordinal));
        Assert.Equal(IssueState.Sent, (await bench.StatusAsync(issue)).State);
    }

    [Fact]
    public async Task The_same_message_again_is_the_same_file()
    {
        await using var bench = await DeliveryBench.CreateAsync();
        await bench.ReadersAsync(1);
        await bench.IssueAsync();
        var outbox = bench.Database.Folder.Outbox;
        await bench.Freezing().DueAsync(TestContext.Current.CancellationToken);
        var ledger = bench.Ledger();
        var claim = (await ledger.ClaimAsync(1, 1, TestContext.Current.CancellationToken))[0];
        var letters = bench.Letters();
        await letters.PrepareAsync(TestContext.Current.CancellationToken);
        await using var folder = new OutboxFolder(outbox).Open();
        for (var i = 0; i < 2; i++)
        {
            Assert.Null(await folder.ReadyAsync(TestContext.Current.CancellationToken));
            var message = await letters.WriteAsync(
                claim,
                bench.Time.GetUtcNow(),
                TestContext.Current.CancellationToken
            );
            Assert.IsType<DeliveryOutcome.Accepted>(
                await folder.CarryAsync(message!, TestContext.Current.CancellationToken)
            );
        }

        Assert.Single(Directory.GetFiles(outbox));
    }

    [Fact]
    public async Task What_a_killed_process_left_half_written_goes_and_what_a_living_one_writes_stays()
    {
        await using var bench = await DeliveryBench.CreateAsync();
        var outbox = Directory.CreateDirectory(bench.Database.Folder.Outbox).FullName;
        // Process numbers end far below this one.
        var dead = Path.Combine(outbox, ".1999999999-1.tmp");
        var living = Path.Combine(outbox, $".{Environment.ProcessId}-9999.tmp");
        foreach (var file in new[] { dead, living })
            await File.WriteAllTextAsync(file, "half", TestContext.Current.CancellationToken);
        await using (var folder = new OutboxFolder(outbox).Open())
            Assert.Null(await folder.ReadyAsync(TestContext.Current.CancellationToken));
        Assert.Equal((false, true), (File.Exists(dead), File.Exists(living)));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_a_sentence_and_everything_stays_queued()
    {
        await using var bench = await DeliveryBench.CreateAsync();
        await bench.ReadersAsync(2);
        var issue = await bench.IssueAsync();
        var file = bench.Database.Folder.In("no-folder");
        await File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);
        var refusal = await Assert.ThrowsAsync<Refusal>(() => bench.DeliverAsync(carrier: new OutboxFolder(file)));
        Assert.Contains("Delivery__Folder", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(2, (await bench.StatusAsync(issue)).Expected);
    }
}
