using Newsletter.Subscribers;

namespace Newsletter.Delivery.ServiceMails;

/// <summary>How long the mail of each request is of use, from when it was asked for.</summary>
internal static class ReaderMailLife
{
    // After that nobody remembers what they signed up for, though the link would still work.
    private static readonly TimeSpan s_confirm = TimeSpan.FromDays(7);
    private static readonly TimeSpan s_news = TimeSpan.FromDays(3);

    public static TimeSpan Of(ReaderRequestKind kind) =>
        kind switch
        {
            ReaderRequestKind.Confirm => s_confirm,
            ReaderRequestKind.Welcome => s_news,
            // Its button takes leaving back, and that is how long it does.
            ReaderRequestKind.Goodbye => Unsubscribing.UndoFor,
            ReaderRequestKind.OwnData or ReaderRequestKind.NewAddress => TimeSpan.FromHours(1),
            _ => TimeSpan.FromDays(1),
        };
}
