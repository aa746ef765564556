namespace Newsletter.Tests.Architecture.Offenders.Rendering;

/// <summary>Planted: a rendering that would differ from one minute to the next.</summary>
internal sealed class AsksTheClock(TimeProvider clock)
{
    public DateTimeOffset Now => clock.GetUtcNow();
}
