using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Newsletter.Delivery;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Delivery;

public sealed class LedgerPatienceTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_database_that_is_away_for_an_hour_is_waited_for_and_the_outcome_kept()
    {
        var clock = new FakeTimeProvider();
        var patience = LedgerPatience.For(DeliveryMode.Forever, clock, NullLogger.Instance);
        var back = clock.GetUtcNow().AddHours(1);
        var tries = 0;

        var kept = patience.KeepTryingAsync(
            () =>
            {
                tries++;
                return clock.GetUtcNow() < back
                    ? throw new SqliteException("disk full", 13)
                    : Task.FromResult("250 accepted");
            },
            Cancel
        );
        while (!kept.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(2));
            await Task.Yield();
        }

        Assert.Equal("250 accepted", await kept);
        Assert.InRange(tries, 100, 2000);
    }

    [Fact]
    public async Task A_database_that_goes_again_is_said_again_though_another_fault_ended_the_first_wait()
    {
        var log = new SaidLines();
        var patience = LedgerPatience.For(DeliveryMode.Forever, TimeProvider.System, log);
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            patience.KeepTryingAsync(AwayAndThen(() => throw new InvalidOperationException("Something else.")), Cancel)
        );

        Assert.Equal(1, await patience.KeepTryingAsync(AwayAndThen(() => 1), Cancel));

        Assert.Equal(
            ["cannot be used", "cannot be used", "can be used again"],
            log.Lines.Select(line =>
                line.Contains("again.", StringComparison.Ordinal) && line.Contains("can be", StringComparison.Ordinal)
                    ? "can be used again"
                    : "cannot be used"
            )
        );
    }

    private static Func<Task<int>> AwayAndThen(Func<int> end)
    {
        var tries = 0;
        return () => tries++ == 0 ? throw new SqliteException("disk full", 13) : Task.FromResult(end());
    }
}
