namespace Newsletter.Subscribers.Importing;

/// <summary>Reads what only our own export has.</summary>
internal sealed class OwnReader(Columns columns, DateTimeOffset now)
{
    // A pause lies ahead, a year at most; whoever edited the file, nobody waits for ever.
    private static readonly TimeSpan LongestPause = TimeSpan.FromDays(366);

    private readonly int state = columns.FirstOf(ColumnMeaning.State);
    private readonly int rhythm = columns.FirstOf(ColumnMeaning.Rhythm);
    private readonly int pausedUntil = columns.FirstOf(ColumnMeaning.PausedUntil);
    private readonly int consentAt = columns.FirstOf(ColumnMeaning.ConsentAt);
    private readonly int how = columns.FirstOf(ColumnMeaning.ConsentHow);
    private readonly int sentence = columns.FirstOf(ColumnMeaning.ConsentSentence);
    private readonly int page = columns.FirstOf(ColumnMeaning.ConsentPage);
    private readonly int form = columns.FirstOf(ColumnMeaning.ConsentForm);
    private readonly int because = columns.FirstOf(ColumnMeaning.SuppressedBecause);
    private readonly int by = columns.FirstOf(ColumnMeaning.SuppressedBy);

    public OwnRow Of(string[] cells) =>
        new()
        {
            State = StatusWords.Of(RowReader.Cell(cells, state), SourceSystem.Newsletter)
                is not Verdict.Unsaid
                    and var verdict
                ? verdict
                : null,
            Rhythm = Text(cells, rhythm, 60),
            PausedUntil = CellDate.OrNull(RowReader.Cell(cells, pausedUntil), now + LongestPause),
            ConsentAt = CellDate.OrNull(RowReader.Cell(cells, consentAt), now),
            How = Text(cells, how, 1000),
            Sentence = Text(cells, sentence, 4000),
            Page = Text(cells, page, 500),
            Form = Text(cells, form, 60),
            SuppressedBecause = Text(cells, because, 1000),
            SuppressedBy =
                Enum.TryParse<SuppressionSource>(RowReader.Cell(cells, by), ignoreCase: true, out var source)
                && Enum.IsDefined(source)
                    ? source
                    : null,
        };

    /// <summary>As it stands, line breaks too: a sentence in a proof is exact.</summary>
    private static string? Text(string[] cells, int place, int longest)
    {
        var cell = RowReader.Cell(cells, place);
        return string.IsNullOrWhiteSpace(cell) ? null
            : cell.Length <= longest ? cell
            : cell[..longest];
    }
}
