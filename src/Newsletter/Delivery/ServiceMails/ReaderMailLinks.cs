using Newsletter.Addresses;
using Newsletter.Subscribers;

namespace Newsletter.Delivery.ServiceMails;

/// <summary>The links of a mail to one reader.</summary>
/// <param name="Action">Where its button leads; null where it is no link of the reader's own.</param>
/// <param name="Unsubscribe">Null where there is nothing to leave.</param>
internal sealed record ReaderMailLinks(string? Action, string? Unsubscribe)
{
    public static bool NeedsSubscription(ReaderRequestKind kind) =>
        kind is not (ReaderRequestKind.OwnData or ReaderRequestKind.NewAddress);

    public static ReaderMailLinks Of(ReaderRequest request, LinkKey key, string root)
    {
        string OfRequest(LinkPurpose purpose) => ReaderLink.Token(key, purpose, request.Id);
        string OfSubscription(LinkPurpose purpose) =>
            ReaderLink.Token(key, purpose, request.SubscriptionId.GetValueOrDefault());
        string Unsubscribe() => SiteOptions.Unsubscribe(root, OfSubscription(LinkPurpose.Unsubscribe));
        return request.Kind switch
        {
            ReaderRequestKind.Confirm => new(SiteOptions.Confirm(root, OfRequest(LinkPurpose.Confirm)), null),
            ReaderRequestKind.Welcome => new(null, Unsubscribe()),
            ReaderRequestKind.Goodbye => new($"{Unsubscribe()}/undo", null),
            ReaderRequestKind.FreshLink => new(
                SiteOptions.Preferences(root, OfSubscription(LinkPurpose.Preferences)),
                Unsubscribe()
            ),
            ReaderRequestKind.OwnData => new(SiteOptions.OwnData(root, OfRequest(LinkPurpose.OwnData)), null),
            _ => new(SiteOptions.NewAddress(root, OfRequest(LinkPurpose.NewAddress)), null),
        };
    }
}
