using Newsletter.Database;

namespace Newsletter.Tests.Database;

/// <summary>Many who ask at once are written together, and each gets its own answer.</summary>
public sealed class GatheredWritesTests
{
    [Fact]
    public async Task Who_asks_while_others_are_written_is_written_with_the_next()
    {
        var sizes = new List<int>();
        var opened = new TaskCompletionSource();
        var begun = new TaskCompletionSource();
        var writes = new GatheredWrites<int, int>(
            async asked =>
            {
                sizes.Add(asked.Count);
                begun.TrySetResult();
                await opened.Task;
                return [.. asked.Select(number => number * 10)];
            },
            most: 50
        );
        var first = writes.AskAsync(1);
        await begun.Task;
        var others = Enumerable.Range(2, 99).Select(writes.AskAsync).ToList();
        opened.SetResult();

        Assert.Equal(10, await first);
        Assert.Equal(Enumerable.Range(2, 99).Select(number => number * 10), await Task.WhenAll(others));
        Assert.Equal([1, 50, 49], sizes);
    }

    [Fact]
    public async Task What_cannot_be_written_fails_alone()
    {
        var writes = new GatheredWrites<int, int>(
            async asked =>
            {
                await Task.Delay(20, TestContext.Current.CancellationToken);
                return asked.Contains(3) ? throw new InvalidOperationException("Not three.") : [.. asked];
            },
            most: 50
        );
        var asked = Enumerable.Range(1, 5).Select(writes.AskAsync).ToList();

        await Assert.ThrowsAsync<InvalidOperationException>(() => asked[2]);
        var written = await Task.WhenAll(asked.Where((_, i) => i != 2));
        Assert.Equal([1, 2, 4, 5], written);
    }

    [Fact]
    public async Task Nobody_is_left_behind_when_many_threads_ask()
    {
        var written = 0;
        var writes = new GatheredWrites<int, int>(
            async asked =>
            {
                await Task.Yield();
                written += asked.Count;
                return [.. asked];
            },
            most: 7
        );
        await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(thread =>
                    Task.Run(async () =>
                    {
                        for (var i = 0; i < 500; i++)
                            Assert.Equal(i, await writes.AskAsync(i));
                    })
                )
        );
        Assert.Equal(4000, written);
    }
}
