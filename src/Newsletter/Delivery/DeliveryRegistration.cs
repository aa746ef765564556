using Microsoft.Extensions.Options;
using Newsletter.Database;
using Newsletter.Delivery.Alarming;
using Newsletter.Delivery.ServiceMails;

namespace Newsletter.Delivery;

internal static class DeliveryRegistration
{
    /// <summary>All but the background service, which only <c>serve</c> runs.</summary>
    public static IServiceCollection AddDelivery(this IServiceCollection services)
    {
        services.AddOptions<RelayOptions>().BindSettings("Relay").ValidateOnStart();
        services.AddOptions<DeliveryOptions>().BindSettings("Delivery").ValidateOnStart();
        services.AddSingleton<IValidateOptions<RelayOptions>, RelayOptionsCheck>();
        services.AddSingleton<IValidateOptions<DeliveryOptions>, DeliveryOptionsCheck>();
        services.AddSingleton(new RelayTimeouts());
        services.AddSingleton<Relay>();
        services.AddSingleton(CarrierOf);
        services.AddSingleton<Ledger>();
        services.AddSingleton<Freezing>();
        services.AddSingleton<Withdrawing>();
        services.AddSingleton<Recovery>();
        services.AddSingleton<Letters>();
        services.AddSingleton<Dispatcher>();
        services.AddSingleton<IssueStatuses>();
        services.AddSingleton<Backlog>();
        services.AddOptions<AlarmOptions>().BindSettings("Alarms").ValidateOnStart();
        services.AddSingleton<IValidateOptions<AlarmOptions>, AlarmOptionsCheck>();
        services.AddSingleton<ServiceMailQueue>();
        services.AddSingleton<TestMails>();
        services.AddSingleton<StoppedIssues>();
        services.AddSingleton<AlarmMail>();
        services.AddSingleton<Alarms>();
        return services;
    }

    // A folder that is set wins over the relay; with neither, mail stays in the data folder.
    private static ICarrier CarrierOf(IServiceProvider all)
    {
        var folder = all.GetRequiredService<IOptions<DeliveryOptions>>().Value.Folder;
        return !string.IsNullOrWhiteSpace(folder) ? new OutboxFolder(folder.Trim())
            : all.GetRequiredService<IOptions<RelayOptions>>().Value.IsSet ? all.GetRequiredService<Relay>()
            : new OutboxFolder(all.GetRequiredService<DataFolder>().Outbox);
    }
}
