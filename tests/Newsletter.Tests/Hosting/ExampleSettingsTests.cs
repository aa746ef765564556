using System.Globalization;
using System.Text.Json.Nodes;
using Newsletter.Addresses;
using Newsletter.Columns;
using Newsletter.Columns.Sources.Fetching;
using Newsletter.Database;
using Newsletter.Delivery;
using Newsletter.Delivery.Alarming;
using Newsletter.Delivery.Relays;
using Newsletter.Delivery.Routing;
using Newsletter.Hosting;
using Newsletter.Issues;
using Newsletter.Messages;
using Newsletter.Subscribers;
using Newsletter.Subscribers.SignUps;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Hosting;

public sealed class ExampleSettingsTests
{
    /// <summary>Each section of the settings, and the options that it is read into.</summary>
    public static TheoryData<string, Type> Sections { get; } =
        new()
        {
            { "Site", typeof(SiteOptions) },
            { "Database", typeof(DatabaseOptions) },
            { "Relay", typeof(RelayOptions) },
            { "Relays:1", typeof(RelayOptions) },
            { "Domains:0", typeof(DomainOptions) },
            { "Delivery", typeof(DeliveryOptions) },
            { "Dkim", typeof(DkimOptions) },
            { "Telemetry", typeof(TelemetryOptions) },
            { "SignUp", typeof(SignUpOptions) },
            { "Alarms", typeof(AlarmOptions) },
            { "Schedule", typeof(ScheduleOptions) },
            { "Retention", typeof(RetentionOptions) },
            { "Columns", typeof(ColumnOptions) },
            { "Sources", typeof(SourceOptions) },
        };

    [Theory, MemberData(nameof(Sections))]
    public void The_example_names_every_setting_and_no_other(string section, Type options)
    {
        var settings = options
            .GetProperties()
            .Where(property => property.SetMethod is { IsPublic: true })
            .Select(property => property.Name);
        var example = Section(section)?.AsObject().Select(setting => setting.Key) ?? [];
        Assert.Equal(settings.Order(StringComparer.Ordinal), example.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_example_has_no_section_that_nobody_reads() =>
        Assert.Equal(
            Sections
                .Select(row => row.Data.Item1.Split(':')[0])
                .Append("Logging")
                .Distinct()
                .Order(StringComparer.Ordinal),
            Example().Select(section => section.Key).Order(StringComparer.Ordinal)
        );

    [Theory, MemberData(nameof(Sections))]
    public void The_readme_explains_every_setting(string section, Type options)
    {
        // Its names are those of entry 0.
        if (section == "Relays:1")
            return;
        var name = section.Replace(":", "__", StringComparison.Ordinal);
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));
        Assert.All(
            options.GetProperties().Where(property => property.SetMethod is { IsPublic: true }),
            property => Assert.Contains($"`{name}__{property.Name}`", readme, StringComparison.Ordinal)
        );
    }

    private static JsonNode? Section(string path) =>
        path.Split(':')
            .Aggregate<string, JsonNode?>(
                Example(),
                (node, name) =>
                    node is JsonArray entries ? entries[int.Parse(name, CultureInfo.InvariantCulture)] : node?[name]
            );

    private static JsonObject Example() =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "appsettings.example.json")))!.AsObject();
}
