using Microsoft.EntityFrameworkCore;

namespace Newsletter.Database;

/// <summary>For when one machine is not enough. Instants are timestamptz.</summary>
internal sealed class PostgresNewsletterDb(DbContextOptions<PostgresNewsletterDb> options) : NewsletterDb(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcInstant>();
    }
}
