using System.Diagnostics;
using System.Globalization;
using System.Text;
using Newsletter.Database;

namespace Newsletter.Tests.Testing;

/// <summary>The built program as a process of its own, with its own environment and current folder.</summary>
internal sealed class Launched : IDisposable
{
    private readonly Process process;
    private readonly StringBuilder said = new();

    private Launched(Process process)
    {
        this.process = process;
        process.ErrorDataReceived += (_, line) =>
        {
            lock (said)
                said.Append(line.Data is null ? "" : line.Data + "\n");
        };
        process.BeginErrorReadLine();
    }

    private string Error
    {
        get
        {
            lock (said)
                return said.ToString();
        }
    }

    /// <param name="folder">The current folder; the data lies in <c>data</c> below it.</param>
    /// <param name="settings">Such as <c>Relay__Port=abc</c>.</param>
    /// <param name="words">What is typed.</param>
    public static Launched Start(string folder, string[] settings, params string[] words)
    {
        // It lies beside the tests, whatever they were built as.
        var program = Path.ChangeExtension(typeof(NewsletterDb).Assembly.Location, ".dll");
        var start = new ProcessStartInfo("dotnet", [program, .. words])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var setting in settings)
            start.Environment[setting[..setting.IndexOf('=')]] = setting[(setting.IndexOf('=') + 1)..];
        return new Launched(Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start."));
    }

    public static async Task<Typed> RunAsync(string folder, string[] settings, params string[] words)
    {
        using var program = Start(folder, settings, words);
        return await program.EndAsync();
    }

    public async Task<string> LineAsync() =>
        await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(30))
        ?? throw new InvalidOperationException($"It ended: {Error}");

    /// <summary>Waits until standard error holds these words, however slow the machine is.</summary>
    public async Task SaysAsync(string words)
    {
        for (var patience = Stopwatch.StartNew(); patience.Elapsed < TimeSpan.FromSeconds(60); await Task.Delay(50))
        {
            if (Error.Contains(words, StringComparison.Ordinal))
                return;
        }

        Assert.Fail($"After a minute it has not said \"{words}\": {Error}");
    }

    public Task SignalAsync(string signal) =>
        Shell.RunAsync("kill", $"-{signal}", process.Id.ToString(CultureInfo.InvariantCulture));

    /// <summary>As a power cut would.</summary>
    public void Kill() => process.Kill(entireProcessTree: true);

    public async Task<Typed> EndAsync()
    {
        var output = await process.StandardOutput.ReadToEndAsync().WaitAsync(TimeSpan.FromSeconds(60));
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
        return new Typed(process.ExitCode, output, Error);
    }

    public void Dispose()
    {
        if (!process.HasExited)
            Kill();
        process.Dispose();
    }
}
