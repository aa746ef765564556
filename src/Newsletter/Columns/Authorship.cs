namespace Newsletter.Columns;

/// <summary>That an author signs a column, at a place in its byline.</summary>
internal sealed class Authorship
{
    // For EF.
    private Authorship() { }

    public Authorship(Column column, Author author, int position) =>
        (Column, Author, Position) = (column, author, position);

    public int ColumnId { get; private set; }

    public Column Column { get; private set; } = null!;

    public int AuthorId { get; private set; }

    public Author Author { get; private set; } = null!;

    /// <summary>From 0, in the order of the byline.</summary>
    public int Position { get; private set; }
}
