using Microsoft.Extensions.Options;

namespace Newsletter.Columns.Sources.Fetching;

internal static class SourcesRegistration
{
    public static IServiceCollection AddSources(this IServiceCollection services)
    {
        services.AddOptions<SourceOptions>().BindSettings("Sources").ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<SourceOptions>, SourceOptionsCheck>()
            .AddSingleton<SourceRegister>()
            .AddSingleton<SourceAnswers>()
            .AddSingleton<ItemPages>()
            .AddSingleton<ItemDrafts>()
            .AddSingleton<FeedSource>()
            .AddSingleton<ISourceReader>(all => all.GetRequiredService<FeedSource>())
            .AddSingleton<ISourceReader, WordPressSource>()
            .AddSingleton<ISourceReader, FolderSource>()
            .AddSingleton<RenamedItems>()
            .AddSingleton<SourceFetching>()
            .AddSingleton<SourceTrial>()
            .AddSingleton<DueSources>();
    }
}
