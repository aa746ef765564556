namespace Newsletter.Publications;

/// <summary>How much of a column an edition shows.</summary>
internal enum Extent
{
    /// <summary>As much as its template does.</summary>
    AsTemplate,

    Whole,

    Excerpt,
}
