using Newsletter.Rendering.Preparing;

namespace Newsletter.Rendering;

/// <summary>Who wrote a column, in a sentence.</summary>
internal static class Bylines
{
    /// <summary>"Par A, B et C"; null where nobody signs.</summary>
    public static string? Names(PreparedColumn column, Words words) =>
        column.Authors.Count == 0
            ? null
            : words.Fill("by", words.Join([.. column.Authors.Select(author => author.Name)]));

    /// <summary>The role of a single author; "A, photographer · B, editor" for several; null where none has one.</summary>
    public static string? Roles(PreparedColumn column)
    {
        if (column.Authors is [var only])
            return only.Role;
        var roles = column
            .Authors.Where(author => author.Role is not null)
            .Select(author => $"{author.Name}, {author.Role}");
        var line = string.Join(" · ", roles);
        return line.Length > 0 ? line : null;
    }
}
