using System.CommandLine;

namespace Newsletter.Cli;

/// <summary>What every command takes.</summary>
internal static class GlobalOptions
{
    public static Option<bool> Json { get; } =
        new("--json")
        {
            Description = "Print one JSON document, and nothing else, on standard output.",
            Recursive = true,
        };

    public static Option<string?> Data { get; } =
        new("--data")
        {
            Description = "The folder that holds all data (default: data).",
            HelpName = "DIR",
            Recursive = true,
        };

    public static Option<string?> Templates { get; } =
        new("--templates")
        {
            Description = "The folder of templates (default: the one beside the program).",
            HelpName = "DIR",
            Recursive = true,
        };
}
