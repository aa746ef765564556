using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using Newsletter.Columns;
using Newsletter.Columns.Cleaning.Shortcodes;
using Newsletter.Columns.Sources;
using Newsletter.Columns.Sources.WordPressExports;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Columns.Sources;

/// <summary>Every feed and export of others, against a count that shares no code with the readers.</summary>
public class FilesOfOthersTests(ITestOutputHelper output)
{
    static FilesOfOthersTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static TheoryData<string> Folders => ["columns/wxr", "columns/migrate", "feeds"];

    [Theory]
    [MemberData(nameof(Folders))]
    public async Task Each_file_that_a_parser_accepts_gives_as_many_columns_as_it_publishes(string folder)
    {
        var wrong = new List<string>();
        foreach (var path in TestData.FilesOf(folder))
        {
            var (expected, fault) = Publishable(path);
            var (found, said) = await FoundAsync(path);
            output.WriteLine(
                $"{Path.GetFileName(path), -70} {expected?.ToString(CultureInfo.InvariantCulture) ?? "broken", 6} {found?.ToString(CultureInfo.InvariantCulture) ?? "refused", 7}  {said}"
            );
            if (!IsRight(expected, found, said, Path.GetFileName(path)))
                wrong.Add($"{Path.GetFileName(path)}: expected {expected} ({fault}), found {found}: {said}");
        }
        Assert.Empty(wrong);
    }

    // What no parser accepts is refused by name; or it is read, and it is said what was wrong with its bytes.
    private static bool IsRight(int? expected, int? found, string said, string name) =>
        expected is not null ? found == expected
        : found is null
            ? said.Contains(name, StringComparison.Ordinal) && said.Contains("line ", StringComparison.Ordinal)
                || said.Contains("encoding", StringComparison.Ordinal)
                || said.Contains(".csv", StringComparison.Ordinal)
        : said.Contains("Windows-1252", StringComparison.Ordinal)
            || name.Contains("invalid-prolog", StringComparison.Ordinal)
            || name.Contains("u16", StringComparison.Ordinal)
            || name.Contains("utf", StringComparison.Ordinal);

    private static async Task<(int? Found, string Said)> FoundAsync(string path)
    {
        try
        {
            using var opened = await ColumnFiles.OpenAsync(
                path,
                ColumnFormat.Auto,
                ExportTypes.Usual,
                ShortcodeNames.Usual,
                Cancel
            );
            var drafts = opened.Columns().Select(column => column.Draft).ToList();
            var given = File.ReadAllText(path);
            // A letter that the publisher lost stays lost.
            var lost =
                given.Contains("#65533;", StringComparison.Ordinal)
                || given.Contains('\uFFFD', StringComparison.Ordinal);
            if (drafts.Find(draft => !IsSound(draft, lost)) is { } spoiled)
                return (-1, $"not sound: {spoiled.Title}");
            return (drafts.Count, string.Join(' ', opened.Notices));
        }
        catch (Refusal refusal)
        {
            return (null, refusal.Message);
        }
    }

    private static bool IsSound(ColumnDraft draft, bool lost)
    {
        var text = draft.Title + BlockText.Of(draft.Blocks);
        return draft.Title.Length > 0
            && (lost || !text.Contains('\uFFFD', StringComparison.Ordinal))
            && !text.Contains("Ã©", StringComparison.Ordinal)
            && !draft.Authors.Any(author => author.Name.Contains('@', StringComparison.Ordinal));
    }

    private static (int? Count, string Fault) Publishable(string path)
    {
        try
        {
            return path.EndsWith(".json", StringComparison.Ordinal) ? (InJson(path), "") : (InXml(path), "");
        }
        catch (Exception fault) when (fault is XmlException or JsonException or NotSupportedException)
        {
            return (null, fault.Message);
        }
    }

    private static int InJson(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        return document.RootElement.ValueKind is JsonValueKind.Array ? document.RootElement.GetArrayLength()
            : document.RootElement.TryGetProperty("items", out var items) ? items.GetArrayLength()
            : 1;
    }

    private static int InXml(string path)
    {
        using var reader = XmlReader.Create(path, new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        var items = XDocument
            .Load(reader)
            .Descendants()
            .Where(element => element.Name.LocalName is "item" or "entry")
            .ToList();
        return items.Count(item =>
            Of(item, "post_type") is not { } type
            || (type == "post" && Of(item, "status") == "publish" && Of(item, "post_password") is null or "")
        );
    }

    private static string? Of(XElement item, string name) =>
        item.Elements().FirstOrDefault(child => child.Name.LocalName == name)?.Value.Trim();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
