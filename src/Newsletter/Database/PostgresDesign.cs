using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Newsletter.Database;

/// <summary>For <c>dotnet ef</c> only: how a migration for PostgreSQL is made without a running program.</summary>
internal sealed class PostgresDesign : IDesignTimeDbContextFactory<PostgresNewsletterDb>
{
    public PostgresNewsletterDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresNewsletterDb>().UseNpgsql("Host=localhost;Database=design").Options);
}
