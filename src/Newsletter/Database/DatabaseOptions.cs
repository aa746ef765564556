namespace Newsletter.Database;

/// <summary>The <c>Database</c> section of the settings.</summary>
internal sealed class DatabaseOptions
{
    /// <summary><c>sqlite</c> (the default) or <c>postgres</c>.</summary>
    public string Provider { get; set; } = "sqlite";

    /// <summary>Needed for postgres. For sqlite the file in the data folder is used where this is empty.</summary>
    public string? ConnectionString { get; set; }

    public bool IsPostgres => Provider.Trim().ToLowerInvariant() is "postgres" or "postgresql";

    public bool IsSqlite => Provider.Trim().ToLowerInvariant() is "sqlite";
}
