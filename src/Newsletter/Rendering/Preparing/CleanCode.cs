namespace Newsletter.Rendering.Preparing;

/// <summary>A listing keeps its lines and its indentation; only what no client shows is taken out.</summary>
internal static class CleanCode
{
    public static string Of(string code) =>
        string.Join(
                '\n',
                code.ReplaceLineEndings("\n")
                    .Split('\n')
                    .Select(line => CleanText.Of(line.Replace("\t", "    ", StringComparison.Ordinal)).TrimEnd())
            )
            .Trim('\n');
}
