namespace Newsletter.Cli;

/// <summary>What a command needs of the database before it begins.</summary>
internal enum DatabaseNeed
{
    None,

    /// <summary>A new, empty one is made ready; one that is older than the program is refused.</summary>
    Current,

    /// <summary>Brought up to date.</summary>
    Migrated,
}
