namespace Newsletter.Columns;

/// <summary>A person who signs columns; shared by all of them.</summary>
internal sealed class Author
{
    // For EF.
    private Author() { }

    public Author(string name) => Name = name;

    public int Id { get; private set; }

    /// <summary>As the sources spell it. Unique.</summary>
    public string Name { get; private set; } = "";
}
