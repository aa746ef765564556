using Newsletter.Delivery;
using Newsletter.Delivery.ServiceMails;
using Newsletter.Subscribers;

namespace Newsletter.Web.Readers;

internal static class EnglishHeldWords
{
    public static HeldWords All { get; } =
        new()
        {
            Subscriptions = new Dictionary<SubscriptionState, string>
            {
                [SubscriptionState.Pending] = "not confirmed yet",
                [SubscriptionState.Active] = "subscribed",
                [SubscriptionState.Paused] = "paused",
                [SubscriptionState.Unsubscribed] = "unsubscribed",
                [SubscriptionState.Bounced] = "the address is dead",
                [SubscriptionState.Complained] = "called an issue spam",
            },
            Acts = new Dictionary<ConsentAct, string>
            {
                [ConsentAct.Given] = "you agreed",
                [ConsentAct.Withdrawn] = "you left",
                [ConsentAct.Asked] = "somebody asked with this address",
                [ConsentAct.Restored] = "you took leaving back",
            },
            Suppressions = new Dictionary<SuppressionSource, string>
            {
                [SuppressionSource.Staff] = "at the sender’s wish",
                [SuppressionSource.Import] = "by the list of another program",
                [SuppressionSource.Feedback] = "after a bounce or a complaint",
                [SuppressionSource.Reader] = "at your own wish",
            },
            Requests = new Dictionary<ReaderRequestKind, string>
            {
                [ReaderRequestKind.Confirm] = "mail to confirm a subscription",
                [ReaderRequestKind.Welcome] = "welcome",
                [ReaderRequestKind.Goodbye] = "goodbye",
                [ReaderRequestKind.FreshLink] = "links to leave and to choose",
                [ReaderRequestKind.OwnData] = "link to what we hold about you",
                [ReaderRequestKind.NewAddress] = "mail to confirm a new address",
            },
            Mails = new Dictionary<ServiceMailPurpose, string>
            {
                [ServiceMailPurpose.Confirm] = "mail to confirm a subscription",
                [ServiceMailPurpose.Welcome] = "welcome",
                [ServiceMailPurpose.Goodbye] = "goodbye",
                [ServiceMailPurpose.FreshLink] = "links to leave and to choose",
                [ServiceMailPurpose.OwnData] = "link to what we hold about you",
                [ServiceMailPurpose.NewAddress] = "mail to confirm a new address",
                [ServiceMailPurpose.Invitation] = "invitation to work here",
                [ServiceMailPurpose.Test] = "an issue as a test, for those who make it",
                [ServiceMailPurpose.Alarm] = "alarm, for those who work here",
            },
            MailStates = new Dictionary<ServiceMailState, string>
            {
                [ServiceMailState.Queued] = "waiting",
                [ServiceMailState.Claimed] = "about to go",
                [ServiceMailState.Sending] = "going",
                [ServiceMailState.Sent] = "sent",
                [ServiceMailState.Failed] = "could not be delivered",
                [ServiceMailState.Unknown] = "perhaps sent: no answer came",
                [ServiceMailState.Withdrawn] = "withdrawn, not sent",
                [ServiceMailState.Expired] = "too old, not sent",
            },
            Messages = new Dictionary<MessageState, string>
            {
                [MessageState.Queued] = "waiting",
                [MessageState.Claimed] = "about to go",
                [MessageState.Sending] = "going",
                [MessageState.Sent] = "sent",
                [MessageState.Failed] = "could not be delivered",
                [MessageState.Unknown] = "perhaps sent: no answer came",
                [MessageState.Withdrawn] = "withdrawn, not sent",
            },
            Forms = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["page"] = "our sign-up page",
                ["embedded"] = "a form on another site",
                ["json"] = "a program of another site",
                ["confirmation"] = "the button that confirms",
                ["preferences"] = "the page of your choices",
            },
        };
}
