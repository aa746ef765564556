using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Newsletter.Delivery;
using Newsletter.Delivery.Relays;
using Newsletter.Publications;

namespace Newsletter.Tests.Delivery;

public sealed class DeliverySettingsTests
{
    [Theory]
    [InlineData("1s", 1, 1.0)]
    [InlineData("5m,15m", 2, 900.0)]
    [InlineData("5m, 15m", 3, null)]
    [InlineData("5m,15m,…", 40, 900.0)]
    [InlineData("5m,2h,...", 9, 7200.0)]
    [InlineData("500ms", 1, 0.5)]
    public void The_waits_are_those_of_the_setting_and_a_tenth_at_most(string retries, int attempts, double? seconds)
    {
        Assert.True(RetryPlan.TryParse(retries, TimeSpan.FromDays(4), out var plan));
        var delay = plan.DelayAfter(attempts, TimeSpan.Zero, messageId: 7);
        Assert.Equal(seconds is null, delay is null);
        if (seconds is { } wait)
            Assert.InRange(delay!.Value.TotalSeconds, wait, wait * 1.1);
    }

    [Fact]
    public void Retries_end_with_the_age_of_the_message()
    {
        Assert.True(RetryPlan.TryParse("1h,…", TimeSpan.FromDays(4), out var plan));
        Assert.NotNull(plan.DelayAfter(50, TimeSpan.FromHours(94), 1));
        Assert.Null(plan.DelayAfter(50, TimeSpan.FromHours(95.5), 1));
    }

    [Theory]
    [InlineData("", "4d", "Delivery__Retries")]
    [InlineData("…", "4d", "Delivery__Retries")]
    [InlineData("5 apples", "4d", "Delivery__Retries")]
    [InlineData("0s", "4d", "Delivery__Retries")]
    [InlineData("5m", "soon", "Delivery__GiveUpAfter")]
    public void A_wrong_wait_is_named(string retries, string giveUp, string setting)
    {
        var result = new DeliveryOptionsCheck().Validate(null, new() { Retries = retries, GiveUpAfter = giveUp });
        Assert.StartsWith(setting, result.FailureMessage, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("smtp.example.org", "587", "ssl", null, null, "Relay__Security")]
    [InlineData("smtp.example.org", "0", "tls", null, null, "Relay__Port")]
    [InlineData("not a host", "25", "tls", null, null, "Relay__Host")]
    [InlineData("smtp.example.org", "25", "none", "u", "p", "Relay__Security")]
    [InlineData("smtp.example.org", "25", "tls", "u", null, "Relay__User")]
    [InlineData("smtp.example.org", "25", "tls", null, "p", "Relay__Password")]
    [InlineData("127.0.0.1", "25", "none", "u", "p", null)]
    [InlineData(null, "25", "nonsense", null, null, null)]
    public void A_wrong_relay_setting_is_named(
        string? host,
        string port,
        string security,
        string? user,
        string? password,
        string? setting
    )
    {
        var options = new RelayOptions
        {
            Host = host,
            Port = int.Parse(port, System.Globalization.CultureInfo.InvariantCulture),
            Security = security,
            User = user,
            Password = password,
        };
        var result = new RelayOptionsCheck().Validate(null, options);
        Assert.Equal(setting is null, result.Succeeded);
        Assert.StartsWith(setting ?? "", result.FailureMessage ?? "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new[] { "Relay__Host=a", "Relays__1__Host=b" }, null)]
    [InlineData(new[] { "Relay__Host=a", "Relay__Weight=3", "Relays__1__Host=b", "Relays__1__Weight=1" }, null)]
    [InlineData(new[] { "Relay__Host=a", "Relays__1__Host=b", "Relays__1__Weight=0" }, null)]
    [InlineData(new[] { "Relay__Host=a", "Relay__Weight=3", "Relays__1__Weight=1" }, "Relays__1__Host is missing")]
    [InlineData(
        new[] { "Relays__0__Host=a", "Relays__1__Host=b", "Relays__1__Weight=3" },
        "Relays__0__Weight is missing, and Relays__1__Weight is 3;"
    )]
    [InlineData(
        new[] { "Relay__Host=a", "Relay__Weight=3", "Relays__1__Host=b", "Relays__2__Host=c", "Relays__2__Weight=0" },
        "Relays__1__Weight is missing, and Relay__Weight is 3;"
    )]
    [InlineData(new[] { "Relay__Host=a", "Relay__Weight=0" }, "Relay__Weight is 0")]
    [InlineData(new[] { "Relays__0__Host=a", "Relays__0__Port=0" }, "Relays__0__Port is 0")]
    [InlineData(new[] { "Relays__0__Port=25" }, "Relays__0__Host is missing")]
    [InlineData(new[] { "Relay__Host=a", "Relay__Port=0" }, "Relay__Port is 0")]
    public void Wrong_relays_are_named_as_they_were_typed(string[] settings, string? wrong)
    {
        var typed = settings.Select(setting => setting.Split('=')).ToList();
        using var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(
                new ConfigurationBuilder()
                    .AddInMemoryCollection(
                        typed.Select(pair =>
                            KeyValuePair.Create(pair[0].Replace("__", ":", StringComparison.Ordinal), (string?)pair[1])
                        )
                    )
                    .Build()
            )
            .AddDelivery()
            .BuildServiceProvider();
        var fault = Record.Exception(() => services.GetRequiredService<IOptions<RelaysOptions>>().Value);
        Assert.Equal(wrong is null, fault is null);
        Assert.StartsWith(wrong ?? "", fault?.Message ?? "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tls", null, 465)]
    [InlineData("starttls", null, 587)]
    [InlineData("none", null, 25)]
    [InlineData("auto", null, 25)]
    [InlineData("auto", "user", 587)]
    public void The_port_follows_from_the_security(string security, string? user, int port) =>
        Assert.Equal(port, new RelayOptions { Security = security, User = user }.PortInUse);
}
