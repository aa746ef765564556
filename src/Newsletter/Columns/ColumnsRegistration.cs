using Newsletter.Columns.Pictures;

namespace Newsletter.Columns;

internal static class ColumnsRegistration
{
    public static IServiceCollection AddColumns(this IServiceCollection services) =>
        services
            .AddSingleton<Intake>()
            .AddSingleton<ColumnShelf>()
            .AddSingleton(_ => new OutsideWeb())
            .AddSingleton(FetchLimits.Usual)
            .AddSingleton<PictureFetch>()
            .AddSingleton<PictureMaking>()
            .AddSingleton<PictureFolder>()
            .AddSingleton<PictureGathering>()
            .AddSingleton<PictureShelf>()
            .AddSingleton<LogoIntake>();
}
