using MailKit;
using MailKit.Net.Smtp;
using MimeKit;
using Newsletter.Messages;

namespace Newsletter.Delivery.Relays;

/// <summary>
/// MailKit's client for messages that are bytes already: it may not re-encode them (that would break the signature),
/// needs no second pass to learn their size, and tells when the dialogue goes a step further.
/// </summary>
internal sealed class RelayClient : SmtpClient
{
    private bool isAgreed;
    private OutgoingMessage? message;
    private Action? advanced;

    // RFC 3461 section 4.3: a report needs no more than the header to say which message it is about.
    public RelayClient() => DeliveryStatusNotificationType = DeliveryStatusNotificationType.HeadersOnly;

    public bool TakesSmtpUtf8 { get; private set; }

    /// <summary>Whether this relay is asked for reports.</summary>
    public bool AsksForReports => Capabilities.HasFlag(SmtpCapabilities.Dsn);

    /// <summary>
    /// RFC 6531 section 3.2: SMTPUTF8 goes with a message that needs it, and only with that. MailKit would use it
    /// wherever it is announced, so it is not told.
    /// </summary>
    /// <param name="reports">Asks for them where the relay can (RFC 3461).</param>
    public void Agree(bool reports)
    {
        if (isAgreed)
            return;
        isAgreed = true;
        TakesSmtpUtf8 = Capabilities.HasFlag(SmtpCapabilities.UTF8);
        Capabilities &= ~(SmtpCapabilities.UTF8 | (reports ? SmtpCapabilities.None : SmtpCapabilities.Dsn));
    }

    /// <param name="next">The message under way.</param>
    /// <param name="advanced">Called after MAIL and after RCPT is accepted.</param>
    public void Begin(OutgoingMessage next, Action advanced) => (message, this.advanced) = (next, advanced);

    /// <summary>As <c>SendAsync</c> does, for a message that needs SMTPUTF8. Gives the relay's receipt.</summary>
    /// <exception cref="SmtpCommandException">Refused, or not understood.</exception>
    public Task<string> SendInternationalAsync(
        OutgoingMessage international,
        CarriedMessage content,
        CancellationToken cancel
    ) =>
        new InternationalDialogue(SendCommandAsync, AsksForReports, Capabilities, () => advanced?.Invoke()).SendAsync(
            international,
            content,
            cancel
        );

    /// <summary>RFC 3030: where CHUNKING is announced nothing has to be looked through for dots.</summary>
    protected override bool PreferSendAsBinaryData => true;

    protected override void Prepare(
        FormatOptions options,
        MimeMessage message,
        EncodingConstraint constraint,
        int maxLineLength
    )
    {
        // Seven bits wide and folded already.
    }

    protected override long GetSize(FormatOptions options, MimeMessage message, CancellationToken cancellationToken) =>
        this.message?.Size ?? -1;

    protected override Task<long> GetSizeAsync(
        FormatOptions options,
        MimeMessage message,
        CancellationToken cancellationToken
    ) => Task.FromResult<long>(this.message?.Size ?? -1);

    protected override string GetEnvelopeId(MimeMessage message) => this.message?.EnvelopeId ?? "";

    protected override DeliveryStatusNotification? GetDeliveryStatusNotifications(
        MimeMessage message,
        MailboxAddress mailbox
    ) => DeliveryStatusNotification.Failure | DeliveryStatusNotification.Delay;

    protected override void OnSenderAccepted(MimeMessage message, MailboxAddress mailbox, SmtpResponse response) =>
        advanced?.Invoke();

    protected override void OnRecipientAccepted(MimeMessage message, MailboxAddress mailbox, SmtpResponse response) =>
        advanced?.Invoke();
}
