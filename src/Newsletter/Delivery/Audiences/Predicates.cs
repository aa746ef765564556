using System.Linq.Expressions;

namespace Newsletter.Delivery.Audiences;

/// <summary>Joins conditions into one that EF translates whole. Values stay what they are: parameters.</summary>
internal static class Predicates
{
    public static Expression<Func<T, bool>> And<T>(this Expression<Func<T, bool>> left, Expression<Func<T, bool>> right)
    {
        var subject = left.Parameters[0];
        return Expression.Lambda<Func<T, bool>>(Expression.AndAlso(left.Body, Of(right, subject)), subject);
    }

    public static Expression<Func<T, bool>> Or<T>(this Expression<Func<T, bool>> left, Expression<Func<T, bool>> right)
    {
        var subject = left.Parameters[0];
        return Expression.Lambda<Func<T, bool>>(Expression.OrElse(left.Body, Of(right, subject)), subject);
    }

    public static Expression<Func<T, bool>> Not<T>(this Expression<Func<T, bool>> condition) =>
        Expression.Lambda<Func<T, bool>>(Expression.Not(condition.Body), condition.Parameters);

    /// <summary>A condition of a part, asked of the whole.</summary>
    public static Expression<Func<T, bool>> Of<T, TPart>(
        this Expression<Func<TPart, bool>> condition,
        Expression<Func<T, TPart>> part
    ) => Expression.Lambda<Func<T, bool>>(Of(condition, part.Body), part.Parameters);

    private static Expression Of(LambdaExpression condition, Expression subject) =>
        new Replacing(condition.Parameters[0], subject).Visit(condition.Body);

    private sealed class Replacing(ParameterExpression parameter, Expression by) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == parameter ? by : node;
    }
}
