using MailKit;
using MailKit.Net.Smtp;
using MimeKit;

namespace Newsletter.Delivery;

/// <summary>
/// MailKit's client for messages that are bytes already: it may not re-encode them (that would break the signature),
/// needs no second pass to learn their size, and tells when the dialogue goes a step further.
/// </summary>
internal sealed class RelayClient : SmtpClient
{
    private bool? announced;

    /// <summary>Of the message under way, for SIZE (RFC 1870).</summary>
    public long Size { get; set; }

    /// <summary>Called after MAIL and after RCPT is accepted.</summary>
    public Action? Advanced { get; set; }

    /// <summary>
    /// RFC 6531 section 3.2: SMTPUTF8 goes with a message that needs it, and only with that: MailKit would use it
    /// wherever it is announced. False where it is needed and the relay does not announce it.
    /// </summary>
    public bool Internationalize(bool needed)
    {
        announced ??= Capabilities.HasFlag(SmtpCapabilities.UTF8);
        if (announced is true)
            Capabilities = needed ? Capabilities | SmtpCapabilities.UTF8 : Capabilities & ~SmtpCapabilities.UTF8;
        return !needed || announced is true;
    }

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
        Size;

    protected override Task<long> GetSizeAsync(
        FormatOptions options,
        MimeMessage message,
        CancellationToken cancellationToken
    ) => Task.FromResult(Size);

    protected override void OnSenderAccepted(MimeMessage message, MailboxAddress mailbox, SmtpResponse response) =>
        Advanced?.Invoke();

    protected override void OnRecipientAccepted(MimeMessage message, MailboxAddress mailbox, SmtpResponse response) =>
        Advanced?.Invoke();

    protected override DeliveryStatusNotification? GetDeliveryStatusNotifications(
        MimeMessage message,
        MailboxAddress mailbox
    ) => null;
}
