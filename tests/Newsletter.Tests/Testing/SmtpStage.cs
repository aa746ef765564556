namespace Newsletter.Tests.Testing;

/// <summary>Where in the dialogue something is to go wrong.</summary>
public enum SmtpStage
{
    Greeting,
    Ehlo,
    StartTls,
    Auth,
    Mail,
    Rcpt,
    Data,

    /// <summary>In the middle of the content.</summary>
    Content,

    /// <summary>After the final dot: the message is recorded as accepted, whatever is answered.</summary>
    FinalDot,
}
