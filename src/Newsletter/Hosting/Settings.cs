using System.Text.Json;

namespace Newsletter.Hosting;

/// <summary>Where settings come from, later ones winning: <c>appsettings.json</c>, then environment variables.</summary>
internal static class Settings
{
    private const string FileName = "appsettings.json";

    /// <summary>Adds the file of the current folder, or else the one beside the program, and the environment.</summary>
    /// <exception cref="Refusal">The file cannot be read as JSON.</exception>
    public static IConfigurationBuilder AddSettings(this IConfigurationBuilder builder)
    {
        var candidates = new[] { Path.GetFullPath(FileName), Path.Combine(AppContext.BaseDirectory, FileName) };
        if (Array.Find(candidates, File.Exists) is { } file)
            RefuseUnreadable(
                file,
                () => builder.AddConfiguration(new ConfigurationBuilder().AddJsonFile(file, optional: false).Build())
            );
        return builder.AddEnvironmentVariables();
    }

    private static string Why(Exception fault) =>
        fault is JsonException { LineNumber: { } zeroBased }
            ? $"line {zeroBased + 1} is no JSON: {fault.Message.Split([" LineNumber:", " Path:"], StringSplitOptions.None)[0].TrimEnd('.')}"
            : fault.Message.ReplaceLineEndings(" ").TrimEnd('.');

    private static void RefuseUnreadable(string file, Action read)
    {
        try
        {
            read();
        }
        catch (Exception fault)
            when (fault is InvalidDataException or FormatException or IOException or UnauthorizedAccessException)
        {
            var why = Why(fault.GetBaseException());
            throw new Refusal(
                $"The settings in {file} cannot be read ({why}); mend the file, or take it away to use the defaults.",
                fault
            );
        }
    }
}
