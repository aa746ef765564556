using Newsletter.Subscribers;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Subscribers;

public sealed class LinkKeysTests
{
    [Theory, OnBothDatabases]
    public async Task Processes_that_ask_for_the_first_key_at_once_get_the_same(Provider provider)
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var database = await TestDatabase.CreateAsync(provider);
        var asked = Enumerable
            .Range(0, 12)
            .Select(_ => new LinkKeys(database.Databases, database.Lane, database.Clock))
            .Select(keys => Task.Run(() => keys.SigningAsync(cancel), cancel));
        var keys = await Task.WhenAll(asked);
        Assert.Single(keys.Select(key => Convert.ToHexString(key.Secret)).Distinct());
        Assert.Single(await new LinkKeys(database.Databases, database.Lane, database.Clock).AllAsync(cancel));
    }
}
