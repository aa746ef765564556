using System.CommandLine;

namespace Newsletter.Cli;

internal static class SubscriberArguments
{
    public static Option<string> Publication() => new("--publication") { HelpName = "SLUG", Required = true };

    public static Option<string?> Where() =>
        new("--where")
        {
            HelpName = "SEGMENT",
            Description = "Only these, such as \"tag vip and joined in the last 30 days\".",
        };

    public static Argument<string> Email() => new("EMAIL");
}
