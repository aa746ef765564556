namespace Newsletter.Columns.Sources.Fetching;

/// <summary>What a source is, and so how it is asked.</summary>
internal enum SourceKind
{
    /// <summary>A WordPress site, by its REST interface, or by its feed where that is closed.</summary>
    WordPress,

    /// <summary>RSS, Atom, RDF or JSON Feed.</summary>
    Feed,

    /// <summary>The files of a folder on this machine.</summary>
    Folder,
}
