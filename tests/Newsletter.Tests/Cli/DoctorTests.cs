using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Cli;

public sealed class DoctorTests
{
    [Fact]
    public async Task A_new_installation_is_in_order_and_is_told_that_its_mail_reaches_nobody()
    {
        await using var folder = new BadInputFolder();

        var doctor = await folder.RunAsync([], "doctor", "--json");

        Assert.True(doctor.Status == 0, doctor.Output);
        var checks = doctor.Json.AsArray().ToDictionary(check => (string?)check?["what"] ?? "");
        Assert.Equal("ok", (string?)checks["database"]?["state"]);
        Assert.Equal("ok", (string?)checks["template default"]?["state"]);
        Assert.Contains("reach nobody", (string?)checks["relay"]?["says"], StringComparison.Ordinal);
        Assert.Contains("unsigned", (string?)checks["dkim"]?["says"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_relay_that_cannot_be_reached_is_wrong_and_ends_with_status_1()
    {
        await using var folder = new BadInputFolder();

        var doctor = await folder.RunAsync(["Relay__Host=127.0.0.1", "Relay__Port=1"], "doctor");

        Assert.Equal(1, doctor.Status);
        Assert.Contains("wrong  relay: ", doctor.Output, StringComparison.Ordinal);
        Said.Sentence(doctor.Output, "refuses connections");
    }
}
