namespace Newsletter.Delivery.Alarming;

/// <summary>What alarms say in the log, whether or not a mail goes.</summary>
internal static partial class AlarmLog
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "{Sentence} An alarm goes to {Count} addresses of Alarms__To.")]
    public static partial void Raised(this ILogger log, string sentence, int count);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "{Sentence} Nobody is written to: Alarms__To is not set, or there is no publication whose sender to use."
    )]
    public static partial void RaisedToNobody(this ILogger log, string sentence);
}
