using Microsoft.Extensions.Options;

namespace Newsletter.Issues;

internal static class IssuesRegistration
{
    public static IServiceCollection AddIssues(this IServiceCollection services)
    {
        services.AddOptions<ScheduleOptions>().BindSettings("Schedule").ValidateOnStart();
        services.AddSingleton<IValidateOptions<ScheduleOptions>, ScheduleOptionsCheck>();
        return services
            .AddSingleton<IssueShelf>()
            .AddSingleton<Composing>()
            .AddSingleton<Drafting>()
            .AddSingleton<Queueing>()
            .AddSingleton<SlotServing>()
            .AddSingleton<Rhythms>()
            .AddSingleton<ColumnFates>()
            .AddSingleton<FreeColumns>()
            .AddSingleton<ColumnDecisions>()
            .AddSingleton<Watching>();
    }
}
