namespace Newsletter.Subscribers.SignUps;

/// <summary>Asks whether a domain takes mail. The one edge to the DNS.</summary>
internal interface IMailDomains
{
    /// <param name="domain">As a lower-case A-label.</param>
    /// <param name="cancel">Gives the wait up.</param>
    Task<DomainMail> AskAsync(string domain, CancellationToken cancel);
}
