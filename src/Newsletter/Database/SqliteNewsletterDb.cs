using Microsoft.EntityFrameworkCore;

namespace Newsletter.Database;

/// <summary>One file under the data folder. Instants are UTC ticks: SQLite cannot order a DateTimeOffset.</summary>
internal sealed class SqliteNewsletterDb(DbContextOptions<SqliteNewsletterDb> options) : NewsletterDb(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicks>();
    }
}
