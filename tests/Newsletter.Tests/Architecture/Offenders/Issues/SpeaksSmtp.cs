namespace Newsletter.Tests.Architecture.Offenders.Issues;

/// <summary>Planted: SMTP outside delivery.</summary>
internal sealed class SpeaksSmtp
{
    public MailKit.Net.Smtp.SmtpClient? Client { get; set; }
}
