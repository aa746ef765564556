using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Newsletter.Tests.Testing;

/// <summary>The program as it was built, run as a process of its own with settings in its environment.</summary>
internal sealed class BuiltProgram(string folder, IReadOnlyDictionary<string, string> settings)
{
    private static readonly string Assembly = Path.Combine(AppContext.BaseDirectory, "newsletter.dll");

    /// <summary>Runs a command to its end; it must be done.</summary>
    public async Task<JsonNode> DoneAsync(params string[] words)
    {
        using var process = Start([.. words, "--json"]);
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, $"{string.Join(' ', words)} ended with {process.ExitCode}: {await error}");
        return JsonNode.Parse(await output) ?? throw new InvalidOperationException("No JSON was printed.");
    }

    /// <summary>Starts a command and lets it run.</summary>
    public Process Start(params string[] words)
    {
        var start = new ProcessStartInfo("dotnet", [Assembly, .. words, "--data", Path.Combine(folder, "data")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = folder,
        };
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        return Process.Start(start) ?? throw new InvalidOperationException("The program did not start.");
    }
}
