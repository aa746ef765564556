namespace Newsletter.Tests.Testing;

/// <summary>Tests that use much memory or time, after all others: those that measure would measure these.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneCollection
{
    public const string Name = "alone";
}
