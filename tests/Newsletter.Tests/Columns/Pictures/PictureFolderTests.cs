using System.Security.Cryptography;
using Newsletter.Columns.Pictures;
using Newsletter.Database;

namespace Newsletter.Tests.Columns.Pictures;

public sealed class PictureFolderTests : IDisposable
{
    private readonly DataFolder data = new(Directory.CreateTempSubdirectory("newsletter-pictures-").FullName);

    [Fact]
    public void A_picture_is_called_by_what_it_holds_and_kept_once()
    {
        var folder = new PictureFolder(data);
        byte[] bytes = [1, 2, 3];

        var name = folder.Keep(bytes, PictureKind.Jpeg);

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)) + ".jpg", name.ToString());
        Assert.Equal(name, folder.Keep(bytes, PictureKind.Jpeg));
        var file = Assert.Single(Directory.GetFiles(data.In("pictures"), "*", SearchOption.AllDirectories));
        Assert.EndsWith($"pictures/{name.Hash[..2]}/{name}", file, StringComparison.Ordinal);
        Assert.Equal(bytes, File.ReadAllBytes(file));
    }

    [Fact]
    public void A_file_that_a_crash_left_short_is_written_again()
    {
        var folder = new PictureFolder(data);
        var name = folder.Keep([1, 2, 3], PictureKind.Png);
        File.WriteAllBytes(folder.FileOrNull(name)!.FullName, [1]);

        folder.Keep([1, 2, 3], PictureKind.Png);

        Assert.Equal(3, folder.FileOrNull(name)!.Length);
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_told()
    {
        File.WriteAllText(data.In("pictures"), "a file");

        var refusal = Assert.Throws<Refusal>(() => new PictureFolder(data).Keep([1], PictureKind.Png));

        Assert.StartsWith("It cannot be kept in the data folder (", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("../../newsletter.db")]
    [InlineData("AF0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcd.jpg")]
    [InlineData("af0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcd.svg")]
    [InlineData("af0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcd.JPG")]
    [InlineData("af0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcd/jpg")]
    [InlineData("af0123456789abcdef0123456789abcdef0123456789abcdef012345678/../x.jpg")]
    [InlineData("٠f0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcd.jpg")]
    public void What_is_no_name_of_a_picture_names_no_file(string text) =>
        Assert.False(PictureName.TryParse(text, out _));

    public void Dispose() => Directory.Delete(data.Path, recursive: true);
}
