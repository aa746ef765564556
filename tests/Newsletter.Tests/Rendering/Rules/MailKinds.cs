namespace Newsletter.Tests.Rendering.Rules;

/// <summary>What a mail is to the one who receives it: a rule holds for some of these, never for a template.</summary>
[Flags]
internal enum MailKinds
{
    /// <summary>An edition of a publication, to those who subscribed.</summary>
    Issue = 1,

    /// <summary>Mail to one person who has nothing to leave, since they have not confirmed yet, or have left.</summary>
    Service = 2,

    /// <summary>Mail to one person about a subscription that they have, and can leave.</summary>
    Subscribed = 4,

    /// <summary>Whose reader can leave.</summary>
    Leavable = Issue | Subscribed,

    Every = Issue | Service | Subscribed,
}
