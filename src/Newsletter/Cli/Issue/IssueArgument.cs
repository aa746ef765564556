using System.CommandLine;

namespace Newsletter.Cli;

internal static class IssueArgument
{
    public static Argument<int> Id() => new("ID") { Description = "The issue, as \"issue compose\" printed it." };
}
