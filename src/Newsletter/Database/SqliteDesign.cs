using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Newsletter.Database;

/// <summary>For <c>dotnet ef</c> only: how a migration for SQLite is made without a running program.</summary>
internal sealed class SqliteDesign : IDesignTimeDbContextFactory<SqliteNewsletterDb>
{
    public SqliteNewsletterDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteNewsletterDb>().UseSqlite("Data Source=design.db").Options);
}
