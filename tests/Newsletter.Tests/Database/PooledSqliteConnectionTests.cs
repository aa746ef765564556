using Microsoft.EntityFrameworkCore;
using Newsletter.Database;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Database;

public sealed class PooledSqliteConnectionTests
{
    [Fact]
    public async Task A_context_is_never_given_a_connection_whose_pool_may_lend_it_twice()
    {
        await using var database = await TestDatabase.CreateAsync(Provider.Sqlite);
        await using var db = database.Open();
        Assert.IsType<PooledSqliteConnection>(db.Database.GetDbConnection());
        await database.Lane.WriteAsync(
            written => Task.FromResult(Assert.IsType<PooledSqliteConnection>(written.Database.GetDbConnection())),
            TestContext.Current.CancellationToken
        );
    }
}
