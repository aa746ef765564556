using System.CommandLine;

namespace Newsletter.Cli;

internal static class SourceArgument
{
    public static Argument<int> Id() => new("ID") { Description = "The source's number." };
}
