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
        // A row that goes takes nothing with it: neither what was sent to whom nor the proof of a consent.
        foreach (var key in modelBuilder.Model.GetEntityTypes().SelectMany(entity => entity.GetForeignKeys()))
            key.DeleteBehavior = DeleteBehavior.Restrict;
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        // Read by people and by hand-written updates: a state says its name.
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(20);
    }
}
