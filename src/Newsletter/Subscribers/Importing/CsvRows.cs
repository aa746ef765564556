using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Newsletter.Subscribers.Importing;

/// <summary>
/// The rows of a CSV text (RFC 4180), each with the line on which it begins. A quotation mark that is never closed
/// would swallow the rows after it; its row is reported, and reading starts again on the next line.
/// </summary>
internal sealed class CsvRows(ImportFile file, char separator, long firstLine)
{
    // Each restart reads the file again from its beginning.
    private const int MostRestarts = 100;
    private const int LongestRow = 1000;

    /// <summary>How far the last reading came, in bytes.</summary>
    public long Position { get; private set; }

    public IEnumerable<CsvRow> Read()
    {
        var from = firstLine;
        for (var restarts = 0; ; restarts++)
        {
            CsvRow? unclosed = null;
            foreach (var row in ReadFrom(from))
            {
                unclosed = row.Fault is null ? null : row;
                if (unclosed is null)
                    yield return row;
            }

            if (unclosed is null)
                yield break;
            if (restarts == MostRestarts)
            {
                yield return unclosed with
                {
                    Fault =
                        $"more than {MostRestarts} quotation marks are not closed; the rest of the file was not read",
                };
                yield break;
            }

            yield return unclosed;
            from = unclosed.Line + 1;
        }
    }

    /// <summary>Rows from a line on; one with a fault is the last.</summary>
    private IEnumerable<CsvRow> ReadFrom(long from)
    {
        using var text = file.Open();
        for (var line = 1L; line < from; line++)
            text.ReadLine();
        var bad = false;
        using var parser = Parser(text, separator, () => bad = true);
        while (true)
        {
            var last = from - 1 + parser.RawRow;
            bad = false;
            if (ReadOrNull(parser) is not { } found)
            {
                yield return Unclosed(last + 1);
                yield break;
            }

            if (!found)
                yield break;
            // Cells are taken apart, and faults noticed, only now.
            var cells = parser.Record ?? [];
            var lines = LinesIn(parser.RawRecord);
            var line = from + parser.RawRow - lines;
            Position = text.BaseStream.Position;
            var isOdd = HasOddQuotes(parser.RawRecord);
            if (lines > 1 && (lines > LongestRow || bad || isOdd))
            {
                // The end of the file inside quotation marks: the last line break was counted as a line.
                yield return Unclosed(isOdd && cells[^1].EndsWith('\n') ? line - 1 : line);
                yield break;
            }

            yield return new CsvRow(line, cells, null);
        }
    }

    internal static CsvParser Parser(TextReader text, char separator, Action onBadData) =>
        new(
            text,
            new CsvConfiguration(CultureInfo.InvariantCulture)
            {
                Delimiter = separator.ToString(),
                Mode = CsvMode.RFC4180,
                BadDataFound = _ => onBadData(),
                IgnoreBlankLines = true,
                MaxFieldSize = ImportFile.LongestLine,
                BufferSize = 65536,
            },
            leaveOpen: true
        );

    /// <summary>Null where a quotation mark runs on for longer than any field.</summary>
    private static bool? ReadOrNull(CsvParser parser)
    {
        try
        {
            return parser.Read();
        }
        catch (MaxFieldSizeException)
        {
            return null;
        }
    }

    private static CsvRow Unclosed(long line) =>
        new(line, [], "a quotation mark on this line is not closed; close or double it");

    private static bool HasOddQuotes(string record) => (record.AsSpan().Count('"') & 1) == 1;

    private static int LinesIn(string record)
    {
        var text = record.AsSpan().Trim("\r\n");
        return 1 + text.Count('\n') + (text.Contains('\n') ? 0 : text.Count('\r'));
    }
}
