namespace Newsletter.Hosting;

/// <summary>The two folders that an installation names.</summary>
/// <param name="Data">Holds all data; relative to the current folder.</param>
/// <param name="Templates">Holds the templates.</param>
internal sealed record Places(string Data, string Templates)
{
    /// <summary>What stands where a folder is not named: <c>data/</c> here, <c>templates/</c> beside the program.</summary>
    public static Places From(string? data, string? templates) =>
        new(
            string.IsNullOrWhiteSpace(data) ? "data" : data,
            Path.GetFullPath(
                string.IsNullOrWhiteSpace(templates) ? Path.Combine(AppContext.BaseDirectory, "templates") : templates
            )
        );
}
