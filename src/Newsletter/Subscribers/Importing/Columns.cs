using Newsletter.Addresses;

namespace Newsletter.Subscribers.Importing;

/// <summary>What each column of a file is taken for.</summary>
/// <param name="System">Which program wrote the file.</param>
/// <param name="All">Each column, in the order of the file.</param>
internal sealed record Columns(SourceSystem System, IReadOnlyList<ColumnUse> All)
{
    /// <summary>What the file's name says of every row, as Mailchimp's does; null where it says nothing.</summary>
    public (Verdict Verdict, string Word)? SaidByFile { get; init; }

    /// <summary>Addresses alone, one a line, without a header.</summary>
    public static Columns AddressesAlone { get; } =
        new(SourceSystem.Csv, [new ColumnUse(0, "", ColumnMeaning.Address)]);

    /// <param name="header">The names of the columns.</param>
    /// <param name="named">Which program is said to have written the file; null to tell it from the header.</param>
    /// <param name="fileName">Without its folder.</param>
    /// <returns>Null where no cell names a column of addresses.</returns>
    public static Columns? OrNull(string[] header, SourceSystem? named = null, string fileName = "")
    {
        var words = header.Select(HeaderWords.Folded).ToArray();
        var system = named ?? SourceSystems.Of(words);
        var singles = new Dictionary<int, ColumnMeaning>();
        foreach (var (meaning, names) in HeaderWords.Singles)
        {
            var free = names.Select(name => Array.IndexOf(words, name)).Where(index => index >= 0);
            if (free.FirstOrDefault(index => !singles.ContainsKey(index), -1) is var index and >= 0)
                singles[index] = meaning;
        }

        if (!singles.ContainsValue(ColumnMeaning.Address))
            return null;
        return new Columns(
            system,
            [.. header.Select((cell, index) => Use(system, singles, index, OneLine.Cleaned(cell), words[index]))]
        )
        {
            SaidByFile = system is SourceSystem.Mailchimp ? FileNameWords.OrNull(fileName, words) : null,
        };
    }

    /// <summary>The places of the columns of one meaning, the better first.</summary>
    public int[] Of(ColumnMeaning meaning) =>
        [
            .. All.Where(column => column.Meaning == meaning)
                .OrderBy(column => HeaderWords.Rank(meaning, HeaderWords.Folded(column.Header)))
                .Select(column => column.Index),
        ];

    /// <summary>The place of the best column of one meaning; -1 where there is none.</summary>
    public int FirstOf(ColumnMeaning meaning) => Of(meaning) is [var first, ..] ? first : -1;

    private static ColumnUse Use(
        SourceSystem system,
        Dictionary<int, ColumnMeaning> singles,
        int index,
        string header,
        string word
    )
    {
        if (system is SourceSystem.Newsletter && OwnColumns.OrNull(header) is { } own)
            return own with { Index = index };
        if (singles.TryGetValue(index, out var meaning))
            return new ColumnUse(index, header, meaning);
        if (word.Length == 0 || SystemColumns.AreLeftOut(system, word))
            return new ColumnUse(index, header, ColumnMeaning.LeftOut);
        if (HeaderWords.Marks.TryGetValue(word, out var mark))
        {
            return new ColumnUse(index, header, ColumnMeaning.Mark)
            {
                Mark = mark,
                IsInverted = SystemWords.IsInverted(system, word),
            };
        }

        return HeaderWords.Repeated(word) is { } repeated
            ? new ColumnUse(index, header, repeated)
            {
                Field = repeated is ColumnMeaning.Attributes ? FieldName.OrNull(header) : null,
            }
            : new ColumnUse(index, header, ColumnMeaning.Field) { Field = FieldName.OrNull(header) };
    }
}
