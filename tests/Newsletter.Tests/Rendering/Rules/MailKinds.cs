namespace Newsletter.Tests.Rendering.Rules;

[Flags]
internal enum MailKinds
{
    /// <summary>An edition of a publication, to those who subscribed.</summary>
    Issue = 1,

    /// <summary>Mail to one person about their own subscription: a confirmation, a welcome.</summary>
    Service = 2,

    Every = Issue | Service,
}
