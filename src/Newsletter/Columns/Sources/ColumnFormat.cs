namespace Newsletter.Columns.Sources;

/// <summary>How a file of a column is written.</summary>
internal enum ColumnFormat
{
    /// <summary>Judged by the file's name, then by what stands in it.</summary>
    Auto,

    /// <summary>Text, as copied off a web page.</summary>
    Text,
    Markdown,

    /// <summary>A page of the web.</summary>
    Html,

    /// <summary>WordPress's export: many columns.</summary>
    Wxr,

    /// <summary>RSS, Atom, JSON Feed: many columns.</summary>
    Feed,
}
