namespace Newsletter.Columns;

internal static class ColumnsRegistration
{
    public static IServiceCollection AddColumns(this IServiceCollection services) =>
        services.AddSingleton<Intake>().AddSingleton<ColumnShelf>();
}
