using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Newsletter.Addresses;
using Newsletter.Columns.Pictures;
using Newsletter.Database;

namespace Newsletter.Columns.Editing;

/// <summary>Pictures that a person brings to the desk: made like every picture, and kept under what they hold.</summary>
internal sealed class PictureUploads(
    PictureMaking making,
    PictureFolder folder,
    WriteLane lane,
    IOptions<SiteOptions> site,
    TimeProvider clock
)
{
    /// <summary>The most bytes of an upload.</summary>
    public const int MostBytes = 10 * 1024 * 1024;

    /// <returns>The address by which columns name it, on our own site.</returns>
    /// <exception cref="Refusal">It is no picture, whatever its name says, or a larger one than we take.</exception>
    public async Task<string> TakeAsync(byte[] bytes, CancellationToken cancel)
    {
        var made = await making.MakeAsync(bytes, PictureUse.Figure, cancel);
        var name = folder.Keep(made.Bytes, made.Kind);
        var address = SiteOptions.Picture(site.Value.Root, name.ToString());
        var source = new PictureSource.Web(new Uri(address), File: null, address);
        await lane.WriteAsync(
            async db =>
            {
                var keys = new List<string> { source.Key };
                var kept = await db.PicturesOf(keys).SingleOrDefaultAsync(p => p.Use == PictureUse.Figure, cancel);
                if (kept is null)
                    db.Pictures.Add(kept = new KeptPicture(source, PictureUse.Figure));
                kept.Settle(
                    new FetchedPicture(source, PictureUse.Figure, name, made.Width, made.Height, null),
                    clock.GetUtcNow()
                );
            },
            cancel
        );
        return address;
    }
}
