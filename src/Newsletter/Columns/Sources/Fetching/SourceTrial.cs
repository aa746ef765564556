using Newsletter.Publications;

namespace Newsletter.Columns.Sources.Fetching;

/// <summary>Reads a source as a fetch would, before anybody adds it, and takes nothing in.</summary>
internal sealed class SourceTrial(IEnumerable<ISourceReader> readers, TimeProvider clock)
{
    private const int Most = 5;

    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(30);

    /// <param name="publication">Which would have it.</param>
    /// <param name="typed">The address of a site or a feed, or the path of a folder, as a person typed it.</param>
    /// <param name="since">What was published on an earlier day is left out; null for nothing.</param>
    /// <param name="readsPages">As <see cref="Source.ReadsPages"/>.</param>
    /// <exception cref="Refusal">It is no address of the web, no folder, or cannot be read; the sentence says why.</exception>
    public async Task<TriedSource> TryAsync(
        Publication publication,
        SourceKind kind,
        string typed,
        DateOnly? since,
        bool readsPages,
        CancellationToken cancel
    )
    {
        var address = SourceRegister.Address(kind, typed);
        var source = new Source(publication, kind, address, clock.GetUtcNow());
        source.SetAsideBefore(since);
        source.ReadPages(readsPages);
        using var timer = new CancellationTokenSource(s_longest, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, timer.Token);
        try
        {
            return await ReadAsync(source, either.Token);
        }
        catch (SourceFaultException fault)
        {
            throw new Refusal(fault.Message, fault);
        }
        catch (OperationCanceledException cause) when (!cancel.IsCancellationRequested)
        {
            throw new Refusal(
                $"{address} could not be read within {s_longest.TotalSeconds} seconds; see how fast its server answers.",
                cause
            );
        }
    }

    private async Task<TriedSource> ReadAsync(Source source, CancellationToken cancel)
    {
        var reader = readers.Single(one => one.Kind == source.Kind);
        var (title, drafts, notices) = ((string?)null, new List<ColumnDraft>(), new List<string>());
        await foreach (var content in reader.ReadAsync(source, cancel))
        {
            title = content.Title ?? title;
            drafts.AddRange(content.Drafts.Select(one => one.Draft).Where(draft => !(draft.Date < source.Since)));
            notices.AddRange(content.Notices);
            // A site gives its newest first; of a folder each file is a piece.
            if (source.Kind is not SourceKind.Folder && drafts.Count >= Most)
                break;
        }

        return new TriedSource(
            title ?? source.Address,
            [.. drafts.OrderByDescending(draft => draft.Date).Take(Most)],
            [.. notices.Distinct().Take(Most)]
        );
    }
}
