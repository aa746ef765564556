using System.Diagnostics;
using Newsletter.Columns.Pictures;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Columns.Pictures;

/// <summary>What a column's text may name beside its file, and what it may not.</summary>
public sealed class PictureFilesTests : IDisposable
{
    private readonly string outside = Directory.CreateTempSubdirectory("newsletter-outside-").FullName;

    private string Folder => Path.Combine(outside, "columns");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public PictureFilesTests()
    {
        Directory.CreateDirectory(Path.Combine(Folder, "images"));
        File.WriteAllText(Path.Combine(outside, "secret.jpg"), "secret");
        File.WriteAllText(Path.Combine(Folder, "photo.jpg"), "beside");
        File.WriteAllText(Path.Combine(Folder, "images", "my photo.jpg"), "below");
    }

    [Theory]
    [InlineData("photo.jpg", "beside")]
    [InlineData("./photo.jpg", "beside")]
    [InlineData("images/my photo.jpg", "below")]
    [InlineData("images/my%20photo.jpg", "below")]
    public async Task A_file_beside_the_column_or_below_is_read(string written, string content) =>
        Assert.Equal(content, System.Text.Encoding.UTF8.GetString(await ReadAsync(written)));

    [Theory]
    [InlineData("../secret.jpg")]
    [InlineData("images/../../secret.jpg")]
    [InlineData("%2e%2e/secret.jpg")]
    [InlineData("..\\secret.jpg")]
    [InlineData("/etc/passwd")]
    [InlineData("%2Fetc%2Fpasswd")]
    [InlineData("~/secret.jpg")]
    public async Task A_path_that_leaves_the_folder_is_refused(string written) =>
        Said.Sentence(await FaultAsync(written), "only from the folder of its column or below");

    [Fact]
    public async Task A_link_out_of_the_folder_is_refused_and_one_within_it_is_followed()
    {
        File.CreateSymbolicLink(Path.Combine(Folder, "out.jpg"), Path.Combine(outside, "secret.jpg"));
        File.CreateSymbolicLink(Path.Combine(Folder, "relative.jpg"), "../secret.jpg");
        Directory.CreateSymbolicLink(Path.Combine(Folder, "up"), outside);
        File.CreateSymbolicLink(Path.Combine(Folder, "in.jpg"), "photo.jpg");

        foreach (var written in new[] { "out.jpg", "relative.jpg", "up/secret.jpg" })
            Said.Sentence(await FaultAsync(written), "a link to a file outside");
        Assert.NotEmpty(await ReadAsync("in.jpg"));
    }

    [Fact]
    public async Task A_folder_that_is_a_link_itself_is_the_columns_own()
    {
        var link = Path.Combine(outside, "link");
        Directory.CreateSymbolicLink(link, Folder);

        Assert.NotEmpty(await PictureFiles.ReadAsync(link, "photo.jpg", Cancel));
    }

    [Fact]
    public async Task What_is_no_file_with_something_in_it_is_refused()
    {
        await File.WriteAllBytesAsync(Path.Combine(Folder, "empty.jpg"), [], Cancel);
        await using (var large = File.Create(Path.Combine(Folder, "large.jpg")))
            large.SetLength(30 * 1024 * 1024);
        using (var pipe = Process.Start("mkfifo", [Path.Combine(Folder, "pipe.jpg")]))
            await pipe.WaitForExitAsync(Cancel);

        Said.Sentence(await FaultAsync("nothing.jpg"), "There is no such file");
        Said.Sentence(await FaultAsync("images"), "There is no such file");
        Said.Sentence(await FaultAsync("empty.jpg"), "It is empty.");
        Said.Sentence(await FaultAsync("pipe.jpg"), "It is empty.");
        Said.Sentence(await FaultAsync("large.jpg"), "It is larger than 20 MB; make it smaller.");
    }

    public void Dispose() => Directory.Delete(outside, recursive: true);

    private Task<byte[]> ReadAsync(string written) => PictureFiles.ReadAsync(Folder, written, Cancel);

    private async Task<string> FaultAsync(string written) =>
        (await Assert.ThrowsAsync<Refusal>(() => ReadAsync(written))).Message;
}
