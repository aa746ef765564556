namespace Newsletter.Issues;

/// <summary>For whom an issue is, in words: what an approval stands for, and what delivery holds the issue to.</summary>
internal static class AudienceDefinition
{
    /// <param name="rhythm">The edition's.</param>
    /// <param name="segment">As the issue has it; null for all of the edition.</param>
    public static string Of(string rhythm, string? segment) => segment is null ? rhythm : $"{rhythm} where {segment}";
}
