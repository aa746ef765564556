using System.Text.Json;
using System.Text.RegularExpressions;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Rendering;

/// <summary>What mail clients support, by the data of caniemail.com: <c>tests/Newsletter.Support</c> asks it.</summary>
internal static class ClientSupport
{
    private static readonly string s_folder = Path.Combine(Repository.Root, "tests", "Newsletter.Support");

    /// <summary>What we use although a client does not support it, and why that does no harm.</summary>
    public static IReadOnlyList<Allowance> Allowed { get; } =
    [
        .. JsonDocument
            .Parse(File.ReadAllText(Path.Combine(s_folder, "allowed.json")))
            .RootElement.EnumerateArray()
            .Select(one => new Allowance(
                one.GetProperty("feature").GetString()!,
                [.. one.GetProperty("clients").EnumerateArray().Select(client => client.GetString()!)],
                one.GetProperty("reason").GetString()!
            )),
    ];

    /// <summary>Each feature of the mails that a client does not support, allowed or not.</summary>
    public static async Task<IReadOnlyList<Unsupported>> JudgeAsync(IReadOnlyDictionary<string, string> mails)
    {
        Assert.SkipUnless(
            Directory.Exists(Path.Combine(s_folder, "node_modules"))
                || Environment.GetEnvironmentVariable("CI") == "true",
            $"There is no {s_folder}/node_modules; tests/run installs it, or \"npm ci\" in that folder."
        );
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(mails));
        using var judged = JsonDocument.Parse(await Shell.RunAsync("node", Path.Combine(s_folder, "judge.mjs"), file));
        File.Delete(file);
        return
        [
            .. from mail in judged.RootElement.EnumerateObject()
            from found in mail.Value.EnumerateArray()
            where found.GetProperty("support").GetString() == "none"
            select new Unsupported(
                mail.Name,
                found.GetProperty("feature").GetString()!,
                found.GetProperty("client").GetString()!
            ),
        ];
    }

    internal sealed record Allowance(string Feature, IReadOnlyList<string> Clients, string Reason)
    {
        public bool Covers(Unsupported found) =>
            found.Feature == Feature
            && Clients.Any(client =>
                Regex.IsMatch(found.Client, $"^{Regex.Escape(client).Replace("\\*", ".*", StringComparison.Ordinal)}$")
            );
    }

    internal sealed record Unsupported(string Mail, string Feature, string Client)
    {
        public bool IsAllowed => Allowed.Any(allowance => allowance.Covers(this));
    }
}
