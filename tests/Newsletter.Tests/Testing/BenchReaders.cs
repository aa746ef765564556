using Microsoft.EntityFrameworkCore;
using Newsletter.Addresses;
using Newsletter.Subscribers;

namespace Newsletter.Tests.Testing;

/// <summary>The people whom a test delivers to.</summary>
internal static class BenchReaders
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    extension(DeliveryBench bench)
    {
        public async Task<long> ReaderAsync(
            string email,
            string? name = null,
            SubscriptionState state = SubscriptionState.Active,
            int? publicationId = null
        )
        {
            await using var db = bench.Database.Open();
            var address = EmailAddress.Parse(email);
            var reader =
                await db.Subscribers.SingleOrDefaultAsync(s => s.EmailKey == address.Key, Cancel)
                ?? new Subscriber(address, name, bench.Database.Clock.GetUtcNow());
            var subscription = new Subscription(
                publicationId ?? bench.PublicationId,
                reader,
                bench.Database.Clock.GetUtcNow()
            );
            if (state is not SubscriptionState.Pending)
                subscription.Activate(bench.Database.Clock.GetUtcNow());
            if (state is SubscriptionState.Unsubscribed)
                subscription.Leave(bench.Database.Clock.GetUtcNow());
            db.Subscriptions.Add(subscription);
            await db.SaveChangesAsync(Cancel);
            return subscription.Id;
        }

        public async Task ReadersAsync(int count)
        {
            await using var db = bench.Database.Open();
            for (var i = 0; i < count; i++)
            {
                var reader = new Subscriber(
                    EmailAddress.Parse($"reader{i}@example.com"),
                    $"Reader {i}",
                    bench.Database.Clock.GetUtcNow()
                );
                var subscription = new Subscription(bench.PublicationId, reader, bench.Database.Clock.GetUtcNow());
                subscription.Activate(bench.Database.Clock.GetUtcNow());
                db.Subscriptions.Add(subscription);
            }

            await db.SaveChangesAsync(Cancel);
        }
    }
}
