using System.Linq.Expressions;
using Newsletter.Database;
using Newsletter.Publications;

namespace Newsletter.Subscribers.Segments;

/// <summary>
/// Which subscriptions of a publication are wanted. A segment may ask what only later stages know, such as who
/// received an issue, so that whoever lists readers is given the answer and does not look for it.
/// </summary>
/// <param name="db">Where it will be asked.</param>
/// <param name="publication">Whose readers they are.</param>
/// <param name="cancel">Gives up.</param>
internal delegate Task<Expression<Func<Subscription, bool>>> SubscriptionFilter(
    NewsletterDb db,
    Publication publication,
    CancellationToken cancel
);
