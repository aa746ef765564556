using System.CommandLine;
using Newsletter.Delivery;

namespace Newsletter.Cli;

/// <summary>The command line: <c>newsletter NOUN VERB</c> is <c>Cli/Noun/NounVerb</c>.</summary>
internal static class CommandLine
{
    /// <returns>The exit status: 0 done, 1 refused, 2 wrong usage.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error)
    {
        // "@example.org" is a domain here, not a file of arguments.
        var parsed = Root().Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        var invocation = new InvocationConfiguration
        {
            // What stands on standard output is a result; how a command is used, after a wrong one, is none.
            Output = parsed.Errors.Count > 0 ? error : output,
            Error = error,
            EnableDefaultExceptionHandler = false,
            // Long enough for messages in flight to be answered after SIGTERM.
            ProcessTerminationTimeout = DeliveryOptions.LongestStop,
        };
        if (Numbers.Wrong(parsed) is { } sentence)
        {
            await error.WriteLineAsync(sentence);
            return Verb.WrongUsage;
        }

        var status = await parsed.InvokeAsync(invocation);
        return parsed.Errors.Count > 0 ? Verb.WrongUsage : status;
    }

    private static RootCommand Root() =>
        new("Publishes email newsletters: gathers columns, makes issues of them, sends them on a schedule.")
        {
            GlobalOptions.Json,
            GlobalOptions.Data,
            GlobalOptions.Templates,
            Serve.Command(),
            DemoVerb.Command(),
            Deliver.Command(),
            DoctorVerb.Command(),
            Publications(),
            Sources(),
            Columns(),
            Issues(),
            Subscribers(),
            Staff(),
        };

    private static Command Publications() =>
        Verb.Noun(
            "publication",
            "What people subscribe to.",
            PublicationAdd.Command(),
            PublicationSet.Command(),
            PublicationList.Command(),
            PublicationShow.Command(),
            PublicationMail.Command()
        );

    private static Command Sources() =>
        Verb.Noun(
            "source",
            "Where columns come from by themselves.",
            SourceAdd.Command(),
            SourceSet.Command(),
            SourceList.Command(),
            SourceFetch.Command(),
            SourceChange.Pause(),
            SourceChange.Resume(),
            SourceRemove.Command()
        );

    private static Command Columns() =>
        Verb.Noun(
            "column",
            "What is published.",
            ColumnAdd.Command(),
            ColumnList.Command(),
            ColumnShow.Command(),
            ColumnDecide.Hold(),
            ColumnDecide.Skip(),
            ColumnDecide.Carried(),
            ColumnDecide.Release(),
            ColumnOrderVerb.Command(),
            EmbargoVerb.OfColumn()
        );

    private static Command Issues() =>
        Verb.Noun(
            "issue",
            "Dated editions of a publication.",
            IssueCompose.Command(),
            IssuePreview.Command(),
            IssueCheck.Command(),
            IssueTest.Command(),
            IssueApprove.Command(),
            IssueQueue.Command(),
            IssueChange.Pause(),
            IssueChange.Resume(),
            IssueChange.Cancel(),
            EmbargoVerb.OfIssue(),
            IssueStatusVerb.Command(),
            IssueMessages.Command()
        );

    private static Command Subscribers() =>
        Verb.Noun(
            "subscriber",
            "Who receives.",
            SubscriberAdd.Command(),
            SubscriberImport.Command(),
            SubscriberExport.Command(),
            SubscriberListing.Command(),
            SubscriberCount.Command(),
            SubscriberShow.Command(),
            SubscriberSuppress.Command(),
            SubscriberUnsuppress.Command(),
            SubscriberUnsubscribe.Command(),
            SubscriberErase.Command()
        );

    private static Command Staff() => Verb.Noun("staff", "Who works at the desk.", StaffFirst.Command());
}
