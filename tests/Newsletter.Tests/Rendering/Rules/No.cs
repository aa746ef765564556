namespace Newsletter.Tests.Rendering.Rules;

internal static class No
{
    /// <summary>xUnit's own comparisons cut what they show; whoever mends a template needs every fault in full.</summary>
    public static void Faults(IEnumerable<string> faults)
    {
        var all = string.Join('\n', faults);
        Assert.True(all.Length == 0, all);
    }
}
