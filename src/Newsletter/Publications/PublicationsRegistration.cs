namespace Newsletter.Publications;

internal static class PublicationsRegistration
{
    /// <param name="services">Where the stage is written down.</param>
    /// <param name="templates">The folder that holds the templates.</param>
    public static IServiceCollection AddPublications(this IServiceCollection services, string templates) =>
        services.AddSingleton(new TemplateNames(templates)).AddSingleton<PublicationRegister>();
}
