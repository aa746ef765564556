using Newsletter.Delivery.ServiceMails;

namespace Newsletter.Delivery;

/// <summary>What this stage says in the log: ids, never addresses.</summary>
internal static partial class DeliveryLog
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Delivering to {Carrier} over {Connections} connections.")]
    public static partial void Delivering(this ILogger log, string carrier, int connections);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Fault} What is not sent stays queued; trying again.")]
    public static partial void CarrierFaulted(this ILogger log, string fault);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Carrier} takes mail again.")]
    public static partial void CarrierRecovered(this ILogger log, string carrier);

    [LoggerMessage(Level = LogLevel.Information, Message = "Took back {Count} messages of a process that ended.")]
    public static partial void Recovered(this ILogger log, int count);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} issues are sent.")]
    public static partial void Finished(this ILogger log, int count);

    public static void Refused(this ILogger log, Claim claim, string reply)
    {
        if (claim is ServiceMailClaim)
            log.ServiceMailRefused(claim.Id, reply);
        else
            log.MessageRefused(claim.Id, reply);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Message {MessageId} was refused for good: {Reply}")]
    public static partial void MessageRefused(this ILogger log, long messageId, string reply);

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "{Domain} refuses our messages for what they are ({Reason}): nothing goes there for an hour. What is not sent stays queued."
    )]
    public static partial void DomainStopped(this ILogger log, string domain, string reason);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Mail {ServiceMailId}, which is no issue, was refused for good: {Reply}"
    )]
    public static partial void ServiceMailRefused(this ILogger log, long serviceMailId, string reply);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "{Count} mails that are no issue could not go while they were of use."
    )]
    public static partial void Expired(this ILogger log, int count);

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "Issue {IssueId}: {Sent} of {Audience} sent, {PerSecond} a second, some {Left} left."
    )]
    public static partial void Progress(
        this ILogger log,
        int issueId,
        int sent,
        int audience,
        double perSecond,
        TimeSpan left
    );

    [LoggerMessage(Level = LogLevel.Warning, Message = "Issue {IssueId} is held: {Reason}")]
    public static partial void Held(this ILogger log, int issueId, string reason);

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "Issue {IssueId}: its first slice went well, the rest goes."
    )]
    public static partial void SlicePassed(this ILogger log, int issueId);

    [LoggerMessage(Level = LogLevel.Error, Message = "The ledger cannot be used ({Reason}); trying again.")]
    public static partial void LedgerFaulted(this ILogger log, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "The ledger can be used again.")]
    public static partial void LedgerRecovered(this ILogger log);

    [LoggerMessage(Level = LogLevel.Error, Message = "Delivery stopped at an error and starts again.")]
    public static partial void RunFaulted(this ILogger log, Exception fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "Delivery cannot start: {Sentence}")]
    public static partial void CannotStart(this ILogger log, string sentence);

    [LoggerMessage(Level = LogLevel.Error, Message = "The mail of request {RequestId} cannot be written: {Sentence}")]
    public static partial void ReaderMailUnwritten(this ILogger log, long requestId, string sentence);
}
