using Newsletter.Addresses;
using Newsletter.Database;

namespace Newsletter.Subscribers.SignUps;

/// <summary>The suppressions that may stand for an address, by who wants them.</summary>
internal static class SuppressionsOf
{
    /// <summary>Those that the reader cannot lift: whoever signs up is mailed nothing.</summary>
    public static IQueryable<Suppression> Others(NewsletterDb db, EmailAddress address, LinkKey first) =>
        All(db, address, first).Where(s => s.Source != SuppressionSource.Reader);

    /// <summary>What the reader wanted, and lifts by wanting mail again.</summary>
    public static IQueryable<Suppression> Own(NewsletterDb db, EmailAddress address, LinkKey first) =>
        All(db, address, first).Where(s => s.Source == SuppressionSource.Reader);

    private static IQueryable<Suppression> All(NewsletterDb db, EmailAddress address, LinkKey first)
    {
        string[] targets = [address.Key, "@" + address.Domain, SuppressionHash.Of(first, address)];
        return db.Suppressions.Where(s => targets.Contains(s.Target));
    }
}
