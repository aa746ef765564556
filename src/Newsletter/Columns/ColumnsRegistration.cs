using Microsoft.Extensions.Options;
using Newsletter.Columns.Editing;
using Newsletter.Columns.Pictures;
using Newsletter.Columns.Sources.Fetching;

namespace Newsletter.Columns;

internal static class ColumnsRegistration
{
    public static IServiceCollection AddColumns(this IServiceCollection services)
    {
        services.AddOptions<ColumnOptions>().BindSettings("Columns").ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<ColumnOptions>, ColumnOptionsCheck>()
            .AddSingleton(all => all.GetRequiredService<IOptions<ColumnOptions>>().Value.ShortcodeNames())
            .AddSingleton<Intake>()
            .AddSingleton<ColumnShelf>()
            .AddSingleton(all => new OutsideWeb(all.GetRequiredService<IOptions<SourceOptions>>().Value.Networks()))
            .AddSingleton<OutsideFetch>()
            .AddSingleton(FetchLimits.Usual)
            .AddSingleton<PictureFetch>()
            .AddSingleton<PictureMaking>()
            .AddSingleton<PictureFolder>()
            .AddSingleton<PictureGathering>()
            .AddSingleton<PictureShelf>()
            .AddSingleton<LogoIntake>()
            .AddSingleton<ColumnEditing>()
            .AddSingleton<PictureUploads>()
            .AddSources();
    }
}
