namespace Newsletter.Subscribers.Importing;

/// <summary>Which cell of a row holds what; -1 where no cell does.</summary>
internal sealed record Columns(
    int Count,
    int Address,
    int Name,
    int FirstName,
    int LastName,
    int Status,
    int Consenting,
    IReadOnlyList<(int Cell, string Header, Verdict Verdict)> Marks
)
{
    /// <summary>Addresses alone, one a line, without a header.</summary>
    public static Columns AddressesAlone { get; } = new(1, 0, -1, -1, -1, -1, -1, []);

    /// <summary>Null where no cell names a column of addresses.</summary>
    public static Columns? OrNull(string[] header)
    {
        var words = header.Select(HeaderWords.Folded).ToArray();
        var address = Find(words, HeaderWords.Address);
        return address < 0
            ? null
            : new Columns(
                header.Length,
                address,
                Find(words, HeaderWords.Name),
                Find(words, HeaderWords.FirstName),
                Find(words, HeaderWords.LastName),
                Find(words, HeaderWords.Status),
                Find(words, HeaderWords.Consenting),
                [
                    .. words
                        .Index()
                        .Where(cell => HeaderWords.Marks.ContainsKey(cell.Item))
                        .Select(cell => (cell.Index, header[cell.Index].Trim(), HeaderWords.Marks[cell.Item])),
                ]
            );
    }

    private static int Find(string[] words, string[] names) =>
        names.Select(name => Array.IndexOf(words, name)).FirstOrDefault(index => index >= 0, -1);
}
