namespace Newsletter.Subscribers.Importing;

/// <summary>The tags of a row, and its other columns as fields.</summary>
internal sealed class ExtraReader(Columns columns)
{
    private readonly int[] tags = columns.Of(ColumnMeaning.Tags);
    private readonly ColumnUse[] fields =
    [
        .. columns.All.Where(column => column.Meaning is ColumnMeaning.Field && column.Field is not null),
    ];
    private readonly ColumnUse[] attributes =
    [
        .. columns.All.Where(column => column.Meaning is ColumnMeaning.Attributes),
    ];

    public IReadOnlyList<string> Tags(string[] cells) =>
        tags.Length switch
        {
            0 => [],
            1 => CellValue.Tags(RowReader.Cell(cells, tags[0])),
            _ =>
            [
                .. tags.SelectMany(place => CellValue.Tags(RowReader.Cell(cells, place)))
                    .Distinct(StringComparer.OrdinalIgnoreCase),
            ],
        };

    /// <summary>No two of one name: of two columns the first that holds something counts.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Fields(string[] cells)
    {
        if (fields.Length + attributes.Length == 0)
            return [];
        var found = new Dictionary<string, string>();
        foreach (var column in fields)
        {
            if (CellValue.Field(RowReader.Cell(cells, column.Index)) is { } value)
                found.TryAdd(column.Field!, value);
        }

        foreach (var column in attributes)
            AddAttributes(found, column, RowReader.Cell(cells, column.Index));
        return [.. found];
    }

    private static void AddAttributes(Dictionary<string, string> found, ColumnUse column, string cell)
    {
        if (string.IsNullOrWhiteSpace(cell))
            return;
        if (AttributeCell.TryRead(cell, out var attributes))
        {
            foreach (var (header, text) in attributes)
            {
                if (FieldName.OrNull(header) is { } name && CellValue.Field(text) is { } value)
                    found.TryAdd(name, value);
            }
        }
        else if (column.Field is { } whole && CellValue.Field(cell) is { } value)
        {
            // What cannot be taken apart is kept as it is.
            found.TryAdd(whole, value);
        }
    }
}
