namespace Newsletter.Tests.Testing;

/// <summary>The databases that every database test runs on.</summary>
public enum Provider
{
    Sqlite,
    Postgres,
}
