using Newsletter.Database;
using Newsletter.Delivery.Relays;

namespace Newsletter.Delivery;

/// <summary>Delivery within the service, for as long as it runs.</summary>
internal sealed class DeliveryLoop(
    Dispatcher dispatcher,
    IHostApplicationLifetime host,
    TimeProvider clock,
    ILogger<DeliveryLoop> log
) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    // Who ran so long was well in between: what it then met is said, though it is the same.
    private static readonly TimeSpan Well = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await UntilStartedAsync(stoppingToken);
        // Only a loop catches everything: an exception that left here would stop the whole service.
        string? said = null;
        while (!stoppingToken.IsCancellationRequested)
        {
            var began = clock.GetTimestamp();
            try
            {
                await dispatcher.RunAsync(DeliveryMode.Forever, progress: null, stoppingToken);
                said = null;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Refusal refusal)
            {
                if (said != refusal.Message)
                    log.CannotStart(Reply.WithoutAddresses(refusal.Message));
                said = refusal.Message;
            }
            catch (Exception fault) when (DatabaseFault.In(fault) is { } database)
            {
                var sentence = $"the database cannot be used: {DatabaseFault.Sentence(database)}.";
                if (said != sentence)
                    log.CannotStart(sentence);
                said = sentence;
            }
            catch (Exception fault)
            {
                var sentence = fault.GetBaseException().Message;
                if (said != sentence || clock.GetElapsedTime(began) > Well)
                    log.RunFaulted(fault);
                said = sentence;
            }

            await Task.Delay(Pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // A service that cannot start, because its port is in use, sends nothing.
    private async Task UntilStartedAsync(CancellationToken stoppingToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, host.ApplicationStarted);
        await Task.Delay(Timeout.Infinite, either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
