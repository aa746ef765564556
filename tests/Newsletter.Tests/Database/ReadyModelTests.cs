using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Database;

/// <summary>The model that is generated beforehand, and what it is generated from.</summary>
public sealed class ReadyModelTests
{
    [Theory, OnBothDatabases]
    public async Task The_model_that_is_ready_says_what_the_tables_say(Provider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var db = database.Open();
        Assert.IsType<RuntimeModel>(db.Model, exactMatch: false);
        var meant = db.GetService<IDesignTimeModel>().Model;
        Assert.Equal(Lines(meant), Lines(db.Model));
    }

    private static List<string> Lines(IModel model) =>
        [
            .. model
                .GetEntityTypes()
                .SelectMany(type =>
                    type.GetProperties()
                        .Select(PropertyLine)
                        .Concat(type.GetKeys().Select(key => $"key {Names(key.Properties)} {key.IsPrimaryKey()}"))
                        .Concat(type.GetForeignKeys().Select(ForeignKeyLine))
                        .Concat(
                            type.GetIndexes().Select(i => $"index {Names(i.Properties)} {i.IsUnique} {i.GetFilter()}")
                        )
                        .Select(line => $"{type.Name} {type.GetTableName()}: {line}")
                )
                .Order(StringComparer.Ordinal),
        ];

    private static string PropertyLine(IProperty property) =>
        $"{property.Name} {property.ClrType} {property.GetColumnName()} {property.GetColumnType()} {property.IsNullable} "
        + $"{property.GetMaxLength()} {property.IsConcurrencyToken} {property.ValueGenerated} "
        + $"{property.GetTypeMapping().Converter?.GetType()}";

    private static string ForeignKeyLine(IForeignKey key) =>
        $"foreign key {Names(key.Properties)} {key.PrincipalEntityType.Name} {key.DeleteBehavior} {key.IsRequired}";

    private static string Names(IReadOnlyList<IProperty> properties) =>
        string.Join(',', properties.Select(p => p.Name));
}
