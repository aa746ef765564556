using Newsletter.Records.Choosing;

namespace Newsletter.Records;

internal static class RecordsRegistration
{
    public static IServiceCollection AddRecords(this IServiceCollection services) =>
        services
            .AddSingleton<ReaderRecords>()
            .AddSingleton<PublicIssues>()
            .AddSingleton<Erasing>()
            .AddSingleton<ReaderPreferences>();
}
