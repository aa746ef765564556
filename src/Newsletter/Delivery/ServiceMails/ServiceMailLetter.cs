using Newsletter.Addresses;
using Newsletter.Messages;
using Newsletter.Subscribers;

namespace Newsletter.Delivery.ServiceMails;

/// <summary>Turns a service mail into the message that goes out.</summary>
internal static class ServiceMailLetter
{
    // Message-IDs are a function of the issue and the row: no issue has this number, so none is given twice.
    private const int NoIssue = 0;

    /// <exception cref="Refusal">It cannot be written.</exception>
    public static OutgoingMessage Write(
        ServiceMailContent content,
        ServiceMailClaim claim,
        EmailAddress to,
        (LinkKey Key, DateTimeOffset Dated) identity,
        DkimKeyring dkim
    )
    {
        MessageIdentity Identity(string domain) =>
            MessageIdentity.Of(identity.Key, NoIssue, claim.Id, domain, identity.Dated);
        try
        {
            if (content is ServiceMailContent.OfIssue test)
            {
                var writer = new MessageWriter(
                    test.Content,
                    test.IssueId,
                    dkim.For(test.Content.FromDomain),
                    isTest: true
                );
                return writer.Write(new Reader(to, claim.Name, test.UnsubscribeUrl), Identity(writer.Domain));
            }

            var mail = (ServiceMailContent.Written)content;
            var from = new Mailbox(mail.FromName, EmailAddress.Parse(mail.FromAddress));
            var replyTo = mail.ReplyTo is null ? null : EmailAddress.Parse(mail.ReplyTo);
            return new ServiceMailWriter(from, replyTo, mail.Language, dkim.For(from.Address.Domain)).Write(
                mail.Mail,
                new Reader(to, claim.Name, mail.UnsubscribeUrl ?? "", mail.ActionUrl),
                Identity(from.Address.Domain)
            );
        }
        catch (InvalidOperationException fault)
        {
            throw new Refusal($"The mail cannot be written: {fault.Message}", fault);
        }
    }
}
