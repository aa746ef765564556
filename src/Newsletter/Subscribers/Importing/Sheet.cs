using System.Text.RegularExpressions;
using Newsletter.Addresses;

namespace Newsletter.Subscribers.Importing;

/// <summary>How a file is laid out: its separator, its columns, and the line on which its rows begin.</summary>
internal sealed partial record Sheet(char Separator, Columns Columns, long FirstLine, bool HasHeader)
{
    private static readonly char[] Separators = [',', ';', '\t', '|'];

    /// <summary>
    /// Reads the first lines with each separator. The right one is that which shows a column of addresses, and of
    /// those the one that shows most columns.
    /// </summary>
    /// <exception cref="Refusal">No column of addresses with any.</exception>
    public static Sheet Of(ImportFile file, SourceSystem? named)
    {
        using var text = file.Open();
        var head = Head(text);
        var said = SaidSeparator().Match(head);
        var firstLine = said.Success ? 2 : 1;
        head = head[said.Length..];
        RefuseJson(file, head);
        var tried = said.Success ? [said.Groups["separator"].Value[0]] : Separators;
        var sheets =
            from separator in tried
            let columns = Columns.OrNull(FirstRecord(head, separator), named, file.Name)
            where columns is not null
            orderby columns.All.Count descending
            select new Sheet(separator, columns, firstLine, HasHeader: true);
        return sheets.FirstOrDefault() ?? WithoutHeader(file, head, firstLine);
    }

    private static Sheet WithoutHeader(ImportFile file, string head, long firstLine)
    {
        var first = head.AsSpan().TrimStart().ToString().Split('\n', '\r')[0].Trim();
        if (EmailAddress.TryParse(first.Trim('"'), out _))
            return new Sheet(',', Columns.AddressesAlone, firstLine, HasHeader: false);
        var cells = first.Split(Separators).Select(cell => cell.Trim().Trim('"'));
        throw cells.Any(cell => EmailAddress.TryParse(cell, out _))
            ? new Refusal(
                $"\"{file.Name}\" begins with an address and not with the names of its columns; put a first line above it, such as \"email,name\"."
            )
            : new Refusal(
                $"\"{file.Name}\" has no column of addresses: its first line must name one, such as \"email\" or \"Email Address\", separated by comma, semicolon, tab or |."
            );
    }

    private static void RefuseJson(ImportFile file, string head)
    {
        var start = head.AsSpan().TrimStart();
        if (start is ['[' or '{', ..] && start[1..].TrimStart() is ['{' or '"' or ']' or '}', ..])
            throw new Refusal($"\"{file.Name}\" is JSON, and readers are imported from CSV; export it as CSV.");
    }

    private static string Head(StreamReader text)
    {
        var buffer = new char[65536];
        return new string(buffer, 0, text.ReadBlock(buffer));
    }

    private static string[] FirstRecord(string head, char separator)
    {
        using var parser = CsvRows.Parser(new StringReader(head), separator, () => { });
        return parser.Read() ? parser.Record ?? [] : [];
    }

    /// <summary>The first line that Excel reads the separator from.</summary>
    [GeneratedRegex(
        "^\"?sep=(?<separator>[^\r\n\"])\"?(\r\n|\r|\n)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 200
    )]
    private static partial Regex SaidSeparator();
}
