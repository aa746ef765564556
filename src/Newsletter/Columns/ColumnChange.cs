namespace Newsletter.Columns;

internal enum ColumnChange
{
    Added,
    Revised,

    /// <summary>The text is the one that is here already.</summary>
    None,
}
