namespace Newsletter.Tests.Testing;

/// <summary>A disk that is soon full: a file system in memory. Only root can mount one, as in CI.</summary>
internal sealed class SmallDisk : IAsyncDisposable
{
    private readonly string folder;

    private SmallDisk(string folder) => this.folder = folder;

    public static async Task<SmallDisk> MountAsync(string folder, string size)
    {
        var (status, _, error) = await Shell.TryAsync("mount", "-t", "tmpfs", "-o", $"size={size}", "none", folder);
        Assert.SkipUnless(
            status == 0 || Environment.GetEnvironmentVariable("CI") == "true",
            $"A small disk cannot be mounted here ({error.Trim()}); root can, and CI does."
        );
        Assert.True(status == 0, error);
        return new SmallDisk(folder);
    }

    public async ValueTask DisposeAsync()
    {
        SqlitePools.Clear(folder);
        await Shell.RunAsync("umount", "--lazy", folder);
    }
}
