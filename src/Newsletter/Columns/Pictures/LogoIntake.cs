using Newsletter.Addresses;
using Newsletter.Publications;

namespace Newsletter.Columns.Pictures;

/// <summary>
/// Brings the logos that somebody wants for a publication here, before the publication is given one: fetched or read
/// once, made like every picture, kept under the hash of what they hold. One that cannot be had changes nothing.
/// </summary>
internal sealed partial class LogoIntake(
    PictureFetch fetch,
    PictureMaking making,
    PictureFolder folder,
    ILogger<LogoIntake> log
)
{
    private const int LongestName = 200;

    /// <summary>The settings, with each logo that they name.</summary>
    /// <exception cref="Refusal">A logo cannot be had, with what, why, and what to do.</exception>
    public async Task<PublicationSettings> WithLogosAsync(PublicationSettings settings, CancellationToken cancel)
    {
        var logos = new Dictionary<string, Logo>(StringComparer.Ordinal);
        foreach (var written in Theme.LogosIn(settings.Theme).Distinct(StringComparer.Ordinal))
            logos.Add(written, await BroughtAsync(LogoWish.Parse(written), cancel));
        return settings with { Logos = logos };
    }

    private async Task<Logo> BroughtAsync(LogoWish wish, CancellationToken cancel)
    {
        try
        {
            var bytes = await BytesAsync(wish, cancel);
            var made = await making.MakeAsync(bytes, BoxOf(wish), cancel);
            return new Logo(NameOf(wish), made.Width, made.Height)
            {
                Picture = folder.Keep(made.Bytes, made.Kind).ToString(),
            };
        }
        catch (Refusal refusal)
        {
            throw Dead(wish, refusal.Message, refusal);
        }
        // A decoder has more faults than anybody can foresee.
        catch (Exception fault) when (!cancel.IsCancellationRequested)
        {
            Unforeseen(fault);
            throw Dead(wish, "It could not be read; the log says more.", fault);
        }
    }

    private Task<byte[]> BytesAsync(LogoWish wish, CancellationToken cancel) =>
        wish.Address is { } address
            ? fetch.FetchAsync(address, cancel)
            : PictureFiles.ReadAsync(Path.GetFullPath(wish.Source), cancel);

    private static PictureBox BoxOf(LogoWish wish) =>
        wish is { Width: { } width, Height: { } height }
            ? new PictureBox(width, height, Enlarges: true)
            : new PictureBox(PictureSizes.WidestFigure, PictureSizes.HighestLogo);

    private static string NameOf(LogoWish wish) => wish.Address?.AbsoluteUri ?? $"file:{Path.GetFullPath(wish.Source)}";

    private static Refusal Dead(LogoWish wish, string why, Exception cause) =>
        new(
            $"The logo {OneLine.Shortened(wish.Source, LongestName)} cannot be had, so nothing is changed: {why} Name another address or a file (--theme).",
            cause
        );

    [LoggerMessage(LogLevel.Warning, "A logo could not be read")]
    private partial void Unforeseen(Exception fault);
}
