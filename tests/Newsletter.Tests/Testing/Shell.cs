using System.Diagnostics;

namespace Newsletter.Tests.Testing;

/// <summary>Runs a program of the machine and gives what it said.</summary>
internal static class Shell
{
    /// <exception cref="InvalidOperationException">It ended with another status than 0; the message holds what it said.</exception>
    public static async Task<string> RunAsync(string program, params string[] arguments)
    {
        var (status, output, error) = await TryAsync(program, arguments);
        return status == 0
            ? output
            : throw new InvalidOperationException(
                $"{program} {string.Join(' ', arguments)} ended with {status}: {error}{output}"
            );
    }

    public static async Task<(int Status, string Output, string Error)> TryAsync(
        string program,
        params string[] arguments
    )
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }
}
