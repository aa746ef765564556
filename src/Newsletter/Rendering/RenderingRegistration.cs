namespace Newsletter.Rendering;

internal static class RenderingRegistration
{
    /// <param name="services">Where the stage is written down.</param>
    /// <param name="templates">The folder that holds the templates.</param>
    public static IServiceCollection AddRendering(this IServiceCollection services, string templates) =>
        services
            .AddSingleton(new TemplateFolder(templates))
            .AddSingleton<IssueRenderer>()
            .AddSingleton<ServiceMailRenderer>();
}
