namespace Newsletter.Review;

internal static class ReviewRegistration
{
    public static IServiceCollection AddReview(this IServiceCollection services) =>
        services
            .AddSingleton<IssueRendering>()
            .AddSingleton<Approval>()
            .AddSingleton<OfflinePictures>()
            .AddSingleton<Preview>()
            .AddSingleton<Release>()
            .AddSingleton<ScheduledIssues>();
}
