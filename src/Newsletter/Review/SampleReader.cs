using Newsletter.Addresses;
using Newsletter.Messages;
using Newsletter.Subscribers;

namespace Newsletter.Review;

/// <summary>Nobody: for previews that are no particular reader's, and for the links of those that are.</summary>
internal static class SampleReader
{
    private const string Address = "reader@example.org";

    // Subscription 0 is nobody's: the link of a sample opens its page and withdraws nobody.
    public static Reader Of(LinkKey key, string site) =>
        new(
            EmailAddress.Parse(Address),
            Name: null,
            SiteOptions.Unsubscribe(site, ReaderLink.Token(key, LinkPurpose.Unsubscribe, subscriptionId: 0))
        );
}
