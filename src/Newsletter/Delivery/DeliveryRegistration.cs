using Microsoft.Extensions.Options;
using Newsletter.Database;
using Newsletter.Delivery.Alarming;
using Newsletter.Delivery.Audiences;
using Newsletter.Delivery.Relays;
using Newsletter.Delivery.Routing;
using Newsletter.Delivery.ServiceMails;

namespace Newsletter.Delivery;

internal static class DeliveryRegistration
{
    /// <summary>All but the background service, which only <c>serve</c> runs.</summary>
    public static IServiceCollection AddDelivery(this IServiceCollection services)
    {
        services
            .AddOptions<RelayOptions>()
            .BindSettings(RelayOptions.First)
            .BindSettings("Relays:0")
            .Configure<IConfiguration>((relay, all) => relay.NameAsTyped(all))
            .ValidateOnStart();
        services
            .AddOptions<RelaysOptions>()
            .Configure<IConfiguration, IOptions<RelayOptions>>((relays, all, first) => relays.Read(all, first.Value))
            .ValidateOnStart();
        services
            .AddOptions<DomainsOptions>()
            .Configure<IConfiguration>((domains, all) => domains.Read(all))
            .ValidateOnStart();
        services.AddOptions<DeliveryOptions>().BindSettings("Delivery").ValidateOnStart();
        services.AddSingleton<RelayOptionsCheck>();
        services.AddSingleton<IValidateOptions<RelayOptions>>(all => all.GetRequiredService<RelayOptionsCheck>());
        services.AddSingleton<IValidateOptions<RelaysOptions>, RelaysOptionsCheck>();
        services.AddSingleton<IValidateOptions<DomainsOptions>, DomainsOptionsCheck>();
        services.AddSingleton<IValidateOptions<DeliveryOptions>, DeliveryOptionsCheck>();
        services.AddSingleton(new RelayTimeouts());
        services.AddSingleton(CarriersOf);
        services.AddSingleton<DeliveryMeter>();
        services.AddSingleton<Ledger>();
        services.AddSingleton<Freezing>();
        services.AddSingleton<Withdrawing>();
        services.AddSingleton<Recovery>();
        services.AddSingleton<BounceDomains>();
        services.AddSingleton<Letters>();
        services.AddSingleton<SafetyValve>();
        services.AddSingleton<ProgressLog>();
        services.AddSingleton<Upkeep>();
        services.AddSingleton<Dispatcher>();
        services.AddSingleton<IssueStatuses>();
        services.AddSingleton<SegmentReaders>();
        services.AddSingleton<Backlog>();
        services.AddOptions<AlarmOptions>().BindSettings("Alarms").ValidateOnStart();
        services.AddSingleton<IValidateOptions<AlarmOptions>, AlarmOptionsCheck>();
        services.AddSingleton<ServiceMailPruning>();
        services.AddSingleton<ServiceMailQueue>();
        services.AddSingleton<TestMails>();
        services.AddSingleton<ReaderMailContent>();
        services.AddSingleton<ReaderMails>();
        services.AddSingleton<StoppedIssues>();
        services.AddSingleton<FailingSources>();
        services.AddSingleton<AlarmMail>();
        services.AddSingleton<Alarms>();
        return services;
    }

    // A folder that is set wins over the relay; with neither, mail stays in the data folder.
    private static Carriers CarriersOf(IServiceProvider all)
    {
        var folder = all.GetRequiredService<IOptions<DeliveryOptions>>().Value.Folder;
        if (!string.IsNullOrWhiteSpace(folder))
            return new Carriers([new OutboxFolder(folder.Trim())]);
        var (timeouts, clock) = (all.GetRequiredService<RelayTimeouts>(), all.GetRequiredService<TimeProvider>());
        Relay[] relays =
        [
            .. all.GetRequiredService<IOptions<RelaysOptions>>()
                .Value.All.Where(relay => relay.IsSet)
                .Select(relay => new Relay(relay, timeouts, clock)),
        ];
        return relays.Length > 0
            ? new Carriers(relays)
            : new Carriers([new OutboxFolder(all.GetRequiredService<DataFolder>().Outbox)]);
    }
}
