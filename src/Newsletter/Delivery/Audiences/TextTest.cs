using System.Linq.Expressions;
using Newsletter.Addresses;
using Newsletter.Subscribers.Segments;

namespace Newsletter.Delivery.Audiences;

/// <summary>How a text of a segment is compared in the database, the same in both.</summary>
internal static class TextTest
{
    public static Expression<Func<string, bool>> Of(TextComparison comparison, string value)
    {
        // The databases count characters, and .NET halves of them.
        var length = value.EnumerateRunes().Count();
        // Not StartsWith and EndsWith: on SQLite they become LIKE, to which case is nothing.
        return comparison switch
        {
            TextComparison.Contains => text => text.Contains(value),
            TextComparison.StartsWith => text => text.Substring(0, length) == value,
            TextComparison.EndsWith => text => text.Substring(text.Length - length) == value,
            _ => text => text == value,
        };
    }

    /// <summary>A text that is compared with <see cref="EmailAddress.Key"/>, folded as that is.</summary>
    public static string Folded(TextComparison comparison, string value)
    {
        if (comparison is TextComparison.Is && EmailAddress.TryParse(value, out var address))
            return address.Key;
        var at = value.LastIndexOf('@');
        // A part of a domain outside ASCII is in no key, so that folding it finds no fewer.
        return at >= 0 && EmailAddress.TryParse("any" + value[at..], out var any)
            ? $"{value[..at].ToLowerInvariant()}@{any.Domain}"
            : value.ToLowerInvariant();
    }
}
