using System.Diagnostics;
using System.Globalization;

namespace Newsletter.Delivery;

/// <summary>What processes that were killed left half written in the outbox: files named by their process.</summary>
internal static class OutboxLeftovers
{
    public static void Remove(string folder)
    {
        try
        {
            if (!Directory.Exists(folder))
                return;
            foreach (var file in Directory.EnumerateFiles(folder, ".*-*.tmp").Where(IsLeftBehind))
                File.Delete(file);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // Whether the folder can be written is found out, and said, when a message is.
        }
    }

    private static bool IsLeftBehind(string file)
    {
        var owner = Path.GetFileName(file)[1..].Split('-')[0];
        if (!int.TryParse(owner, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            return false;
        try
        {
            using var process = Process.GetProcessById(id);
            // In a container every process has the same number: one that began after the file did not write it.
            return process.StartTime.ToUniversalTime() > File.GetLastWriteTimeUtc(file);
        }
        catch (Exception fault) when (fault is ArgumentException or InvalidOperationException)
        {
            return true;
        }
    }
}
