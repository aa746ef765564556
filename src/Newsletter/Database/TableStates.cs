using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Newsletter.Database;

internal static class TableStates
{
    /// <summary>Lets a column hold only the names of its enum: the schema keeps what hand-written updates promise.</summary>
    public static void HasStates<TEntity, TState>(
        this TableBuilder<TEntity> table,
        string constraint,
        Expression<Func<TEntity, TState>> property
    )
        where TEntity : class
        where TState : struct, Enum
    {
        var column = ((MemberExpression)property.Body).Member.Name.ToLowerInvariant();
        var names = string.Join(", ", Enum.GetNames<TState>().Select(name => $"'{name}'"));
        table.HasCheckConstraint(constraint, $"{column} IN ({names})");
    }
}
