using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Newsletter.Columns.Sources.Fetching;
using Newsletter.Delivery;
using Newsletter.Delivery.Alarming;
using Newsletter.Issues;
using Newsletter.Subscribers;

namespace Newsletter.Tests.Testing;

/// <summary>A log that remembers its lines.</summary>
internal sealed class SaidLines
    : ILogger<Dispatcher>,
        ILogger<DeliveryLoop>,
        ILogger<SlotServing>,
        ILogger<Alarms>,
        ILogger<Pruning>,
        ILogger<SourceFetching>
{
    public ConcurrentQueue<string> Lines { get; } = [];

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    ) => Lines.Enqueue(formatter(state, exception));
}
