using Newsletter.Addresses;
using Newsletter.Cli;
using Newsletter.Columns;
using Newsletter.Database;
using Newsletter.Delivery;
using Newsletter.Hosting;
using Newsletter.Issues;
using Newsletter.Messages;
using Newsletter.Publications;
using Newsletter.Records;
using Newsletter.Rendering;
using Newsletter.Review;
using Newsletter.Staff;
using Newsletter.Subscribers;

// The doors.
return await CommandLine.RunAsync(args, Console.Out, Console.Error);

/// <summary>The stages, in the order of the flow.</summary>
internal static partial class Program
{
    internal static IServiceCollection AddNewsletter(this IServiceCollection services, Places places) =>
        services
            .AddSingleton(TimeProvider.System)
            .AddDatabase(places.Data)
            .AddAddresses()
            .AddStaff()
            .AddPublications(places.Templates)
            .AddSubscribers()
            .AddColumns()
            .AddIssues()
            .AddRendering(places.Templates)
            .AddMessages()
            .AddReview()
            .AddDelivery()
            .AddRecords()
            .AddHosting();
}
