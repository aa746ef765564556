using Microsoft.EntityFrameworkCore;

namespace Newsletter.Database;

/// <summary>
/// The one context. It names no stage: each stage describes its own tables and brings its own sets and queries,
/// so a table is found where its rule is.
/// </summary>
internal abstract class NewsletterDb(DbContextOptions options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(NewsletterDb).Assembly);
        SnakeCase.Apply(modelBuilder.Model);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        // Read by people and by hand-written updates: a state says its name.
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(20);
    }
}
