namespace Newsletter.Tests.Testing;

/// <summary>The machine's time, which somebody corrects while it goes on.</summary>
internal sealed class CorrectedTime : TimeProvider
{
    public TimeSpan Correction { get; set; }

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Correction;
}
