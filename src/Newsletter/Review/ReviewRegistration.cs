namespace Newsletter.Review;

internal static class ReviewRegistration
{
    public static IServiceCollection AddReview(this IServiceCollection services) =>
        services
            .AddSingleton<PublicationLogo>()
            .AddSingleton<IssueRendering>()
            .AddSingleton<Approval>()
            .AddSingleton<OfflinePictures>()
            .AddSingleton<Preview>()
            .AddSingleton<PreviewLinks>()
            .AddSingleton<ServiceMailPreview>()
            .AddSingleton<Release>()
            .AddSingleton<ScheduledIssues>();
}
