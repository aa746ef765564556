using NetVips;

namespace Newsletter.Columns.Pictures;

/// <summary>
/// Makes of any picture one that every client shows: upright, in sRGB, no larger than it is shown, and with nothing of
/// its maker left in it.
/// </summary>
internal sealed class PictureMaking(TimeProvider clock) : IDisposable
{
    // One at a time: a picture of 50 million pixels may take 200 MB while it is decoded.
    private readonly SemaphoreSlim turn = new(1, 1);

    /// <exception cref="Refusal">These bytes are no picture, or one that is too large or broken: a sentence for the report.</exception>
    public Task<MadePicture> MakeAsync(byte[] bytes, PictureUse use, CancellationToken cancel) =>
        MakeAsync(bytes, PictureBox.Of(use), cancel);

    /// <exception cref="Refusal">As above.</exception>
    public async Task<MadePicture> MakeAsync(byte[] bytes, PictureBox box, CancellationToken cancel)
    {
        Vips.Ensure();
        var format = PictureSigns.FormatOf(bytes);
        await TakeTurnAsync(cancel);
        using var stop = new CancellationTokenSource();
        // Taken here: work that begins only after it was given up would find its source gone, and never end its turn.
        var stopped = stop.Token;
        var work = Task.Run(() => MadeInTurn(bytes, format, box, stopped), CancellationToken.None);
        try
        {
            return await work.WaitAsync(PictureLimits.Making, clock, cancel);
        }
        catch (VipsException fault)
        {
            throw new Refusal($"Its {Word(format)} data is broken or cut off.", fault);
        }
        catch (Exception fault) when (fault is TimeoutException or OperationCanceledException)
        {
            // The decoder looks at this between two pieces of its work; it is not waited for, since a piece may be long.
            await stop.CancelAsync();
            cancel.ThrowIfCancellationRequested();
            throw new Refusal($"It takes longer than {PictureLimits.Making.TotalSeconds:0} seconds to decode.", fault);
        }
    }

    public void Dispose() => turn.Dispose();

    private async Task TakeTurnAsync(CancellationToken cancel)
    {
        using var late = new CancellationTokenSource(PictureLimits.Making, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancel);
        try
        {
            await turn.WaitAsync(either.Token);
        }
        catch (OperationCanceledException fault) when (!cancel.IsCancellationRequested)
        {
            throw new Refusal("Another picture takes too long to decode; add the column again to try this one.", fault);
        }
    }

    /// <summary>The turn ends with the work itself, so that work that was given up cannot pile up.</summary>
    private MadePicture MadeInTurn(byte[] bytes, FoundFormat format, PictureBox box, CancellationToken stop)
    {
        try
        {
            using var source = OpenedPicture.Of(bytes, format, box);
            using var kill = stop.Register(() => source.Image.SetKill(true));
            stop.ThrowIfCancellationRequested();
            return box.IsCut ? Cut(source, format, box) : Whole(source, format, box);
        }
        finally
        {
            turn.Release();
        }
    }

    private static MadePicture Whole(OpenedPicture source, FoundFormat format, PictureBox box)
    {
        using var scaled = Scaled(
            source.Image,
            PictureSizes.FineScreen * box.Width,
            PictureSizes.FineScreen * box.Height
        );
        var (bytes, kind) = PictureEncoding.Of(scaled, format);
        var own = Math.Max(1, (int)Math.Round((double)scaled.Height * source.Width / scaled.Width));
        var width = Math.Max(1, (int)Math.Round(source.Width * box.Scale(source.Width, own)));
        var height = (int)Math.Round((double)scaled.Height * width / scaled.Width);
        return new MadePicture(bytes, kind, width, Math.Clamp(height, 1, box.Height));
    }

    private static MadePicture Cut(OpenedPicture source, FoundFormat format, PictureBox box)
    {
        var (width, height) = (source.Image.Width, source.Image.Height);
        var side = Math.Min(PictureSizes.FineScreen * box.Width, Math.Min(width, height));
        // Scaled until the shorter side fits, then cut where there is most to see, which in a portrait is the face.
        using var scaled = Scaled(source.Image, Covering(side, width, height), Covering(side, height, width));
        using var square = scaled.Smartcrop(
            Math.Min(side, scaled.Width),
            Math.Min(side, scaled.Height),
            interesting: Enums.Interesting.Attention
        );
        using var held = square.CopyMemory();
        var (bytes, kind) = PictureEncoding.Of(held, format);
        return new MadePicture(bytes, kind, box.Width, box.Height);
    }

    /// <summary>Upright, in sRGB of 8 bits, within a box, never enlarged; decoded when it returns.</summary>
    private static Image Scaled(Image image, int width, int height)
    {
        using var scaled = image.ThumbnailImage(width, height, Enums.Size.Down, outputProfile: "srgb");
        using var colours = scaled.Colourspace(Enums.Interpretation.Srgb);
        using var bytes = colours.Cast(Enums.BandFormat.Uchar);
        return bytes.CopyMemory();
    }

    private static int Covering(int side, int length, int other) =>
        Math.Max(side, (int)Math.Ceiling((double)side * length / Math.Min(length, other)));

    private static string Word(FoundFormat format) =>
        format switch
        {
            FoundFormat.Webp => "WebP",
            _ => format.ToString().ToUpperInvariant(),
        };
}
