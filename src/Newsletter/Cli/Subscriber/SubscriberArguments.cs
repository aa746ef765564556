using System.CommandLine;

namespace Newsletter.Cli;

internal static class SubscriberArguments
{
    public static Option<string> Publication() => new("--publication") { HelpName = "SLUG", Required = true };

    public static Argument<string> Email() => new("EMAIL");
}
