using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Newsletter.Database;

namespace Newsletter.Columns.Pictures;

/// <summary>
/// Brings a column's pictures here before the column is taken in: each is fetched once, and one that could not be had
/// is tried again when its column comes again. Nothing of the database is held open over the network, and no picture
/// costs a column.
/// </summary>
internal sealed partial class PictureGathering(
    IDbContextFactory<NewsletterDb> databases,
    WriteLane lane,
    PictureFetch fetch,
    PictureMaking making,
    PictureFolder folder,
    TimeProvider clock,
    ILogger<PictureGathering> log
)
{
    private const int AtOnce = 4;

    // A column is read by people; a source that names thousands of pictures is made to keep us busy.
    private const int Most = 200;

    // So that a server that answers nothing, named two hundred times, holds a column back for minutes and no more.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly string TooMany = string.Create(
        CultureInfo.InvariantCulture,
        $"A column holds at most {Most} pictures."
    );

    /// <returns>The draft, with a line for each picture that could not be had.</returns>
    public async Task<ColumnDraft> GatherAsync(string origin, ColumnDraft draft, CancellationToken cancel)
    {
        var wanted = WantedOf(draft, origin);
        if (wanted.Count == 0)
            return draft;
        var known = await KnownAsync(wanted, cancel);
        var missing = wanted.Take(Most).Where(picture => !IsHere(picture, known)).ToList();
        // One that is here for another column is shown in this one too.
        var left = wanted.Skip(Most).Where(picture => !HasFile(picture, known)).ToList();
        var fetched = new FetchedPicture[missing.Count];
        var began = clock.GetTimestamp();
        await Parallel.ForAsync(
            0,
            missing.Count,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel },
            async (place, stop) => fetched[place] = await TryAsync(missing[place], began, stop)
        );
        FetchedPicture[] settled = [.. fetched, .. left.Select(Untried)];
        if (settled.Length > 0)
            await lane.WriteAsync(db => SettleAsync(db, settled, cancel), cancel);
        return Told(draft, missing.Concat(left).Zip(settled));
    }

    private static List<WantedPicture> WantedOf(ColumnDraft draft, string origin) =>
        [
            .. PictureShelf
                .Uses(draft)
                .Select(found => new WantedPicture(
                    found.Picture.Address,
                    PictureSource.Of(origin, found.Picture),
                    found.Use
                ))
                .DistinctBy(picture => (picture.Source.Key, picture.Use)),
        ];

    private async Task<Dictionary<(string, PictureUse), KeptPicture>> KnownAsync(
        List<WantedPicture> wanted,
        CancellationToken cancel
    )
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var keys = wanted.Select(picture => picture.Source.Key).Distinct().ToList();
        return await db.PicturesOf(keys).AsNoTracking().ToDictionaryAsync(p => (p.Key, p.Use), cancel);
    }

    /// <summary>A file beside the column costs nothing to read again, and may have been replaced.</summary>
    private bool IsHere(WantedPicture picture, Dictionary<(string, PictureUse), KeptPicture> known) =>
        picture.Source is PictureSource.Web { File: null } && HasFile(picture, known);

    private bool HasFile(WantedPicture picture, Dictionary<(string, PictureUse), KeptPicture> known) =>
        known.TryGetValue((picture.Source.Key, picture.Use), out var kept)
        && kept.Name is { } name
        && folder.FileOrNull(name) is not null;

    private static FetchedPicture Untried(WantedPicture picture) =>
        new(picture.Source, picture.Use, null, 0, 0, TooMany);

    private async Task<FetchedPicture> TryAsync(WantedPicture picture, long began, CancellationToken cancel)
    {
        var (_, source, use) = picture;
        try
        {
            if (clock.GetElapsedTime(began) > Patience)
                throw new Refusal("The pictures before it took too long; add the column again to try it.");
            var made = await making.MakeAsync(await BytesAsync(source, cancel), use, cancel);
            return new FetchedPicture(source, use, folder.Keep(made.Bytes, made.Kind), made.Width, made.Height, null);
        }
        catch (Refusal refusal)
        {
            return new FetchedPicture(source, use, null, 0, 0, refusal.Message);
        }
        // A decoder has more faults than anybody can foresee, and none of them may cost the column.
        catch (Exception fault) when (!cancel.IsCancellationRequested)
        {
            Unforeseen(source.Key, fault);
            return new FetchedPicture(source, use, null, 0, 0, "It could not be read; the log says more.");
        }
    }

    private Task<byte[]> BytesAsync(PictureSource source, CancellationToken cancel) =>
        source switch
        {
            PictureSource.Web(_, { } file, _) when PictureFiles.Has(file.Folder, file.Relative) =>
                PictureFiles.ReadAsync(file.Folder, file.Relative, cancel),
            PictureSource.Web(var address, _, _) => fetch.FetchAsync(address, cancel),
            PictureSource.Beside(var beside, var relative) => PictureFiles.ReadAsync(beside, relative, cancel),
            _ => throw new Refusal("Its address is relative, and nothing says to what; write the whole address."),
        };

    private async Task SettleAsync(NewsletterDb db, FetchedPicture[] fetched, CancellationToken cancel)
    {
        var keys = fetched.Select(picture => picture.Source.Key).Distinct().ToList();
        var known = await db.PicturesOf(keys).ToDictionaryAsync(p => (p.Key, p.Use), cancel);
        foreach (var picture in fetched)
        {
            if (!known.TryGetValue((picture.Source.Key, picture.Use), out var kept))
            {
                kept = new KeptPicture(picture.Source, picture.Use);
                known.Add((kept.Key, kept.Use), kept);
                db.Pictures.Add(kept);
            }

            kept.Settle(picture, clock.GetUtcNow());
        }
    }

    private static ColumnDraft Told(
        ColumnDraft draft,
        IEnumerable<(WantedPicture Wanted, FetchedPicture Fetched)> settled
    )
    {
        var dead = settled
            .Where(picture => picture.Fetched.Fault is not null)
            .Select(picture => DeadPicture.Line(picture.Wanted.Written, picture.Wanted.Use, picture.Fetched.Fault!));
        return draft with { Dropped = [.. draft.Dropped, .. dead] };
    }

    [LoggerMessage(LogLevel.Warning, "The picture {Key} could not be read")]
    private partial void Unforeseen(string key, Exception fault);

    private sealed record WantedPicture(string Written, PictureSource Source, PictureUse Use);
}
