using System.Diagnostics;
using System.Diagnostics.Metrics;
using Newsletter.Delivery.Relays;
using Newsletter.Delivery.Routing;

namespace Newsletter.Delivery;

/// <summary>
/// What delivery counts for whoever watches it, by the names and units of OpenTelemetry's conventions. Nobody's address
/// is in it; a recipient's domain is, where something went wrong with it.
/// </summary>
internal sealed class DeliveryMeter : IDisposable
{
    public const string Name = "Newsletter.Delivery";

    private readonly Meter meter = new(Name);
    private readonly Counter<long> messages;
    private readonly Histogram<double> duration;
    private IReadOnlyList<Route> routes = [];
    private Func<TimeSpan> now = () => TimeSpan.Zero;
    private double queueAge;

    public DeliveryMeter()
    {
        messages = meter.CreateCounter<long>(
            "newsletter.messages",
            "{message}",
            "Attempts by outcome: sent, deferred, refused, unknown or interrupted."
        );
        duration = meter.CreateHistogram<double>(
            "newsletter.message.duration",
            "s",
            "From the step to sending until the relay's answer.",
            advice: new InstrumentAdvice<double>
            {
                HistogramBucketBoundaries =
                [
                    0.001,
                    0.0025,
                    0.005,
                    0.01,
                    0.025,
                    0.05,
                    0.1,
                    0.25,
                    0.5,
                    1,
                    2.5,
                    5,
                    10,
                    60,
                    300,
                ],
            }
        );
        meter.CreateObservableGauge(
            "newsletter.queue.age",
            () => Volatile.Read(ref queueAge),
            "s",
            "How long the message has been due that waits longest."
        );
        meter.CreateObservableGauge(
            "newsletter.relay.connections",
            () => routes.Select(route => new Measurement<int>(route.Circuit.Connected, Of(route))),
            "{connection}",
            "Open connections."
        );
        meter.CreateObservableGauge(
            "newsletter.relay.broken",
            () => routes.Select(route => new Measurement<int>(route.Circuit.IsBroken(now()) ? 1 : 0, Of(route))),
            "1",
            "1 while a relay takes no mail."
        );
    }

    /// <summary>The routes of the run under way.</summary>
    /// <param name="all">Them.</param>
    /// <param name="since">The time since it began.</param>
    public void Watch(IReadOnlyList<Route> all, Func<TimeSpan> since) => (routes, now) = (all, since);

    public void QueueAge(TimeSpan age) => Volatile.Write(ref queueAge, Math.Max(0, age.TotalSeconds));

    public void Count(Claim claim, DeliveryOutcome outcome, Route route, TimeSpan took)
    {
        if (!messages.Enabled && !duration.Enabled)
            return;
        var tags = new TagList { { "outcome", Word(outcome) }, { "relay", route.Carrier.Name } };
        duration.Record(took.TotalSeconds, tags);
        if (CauseOf(outcome) is { } cause)
        {
            tags.Add("class", cause.ToString().ToLowerInvariant());
            tags.Add("domain", RecipientDomains.NameOf(claim));
        }

        messages.Add(1, tags);
    }

    public void Dispose() => meter.Dispose();

    private static KeyValuePair<string, object?> Of(Route route) => new("relay", route.Carrier.Name);

    private static RefusalCause? CauseOf(DeliveryOutcome outcome) =>
        outcome switch
        {
            DeliveryOutcome.TryLater later => later.Cause,
            DeliveryOutcome.Refused refused => refused.Cause,
            _ => null,
        };

    private static string Word(DeliveryOutcome outcome) =>
        outcome switch
        {
            DeliveryOutcome.Accepted => "sent",
            DeliveryOutcome.TryLater => "deferred",
            DeliveryOutcome.Refused => "refused",
            DeliveryOutcome.Unknown => "unknown",
            _ => "interrupted",
        };
}
