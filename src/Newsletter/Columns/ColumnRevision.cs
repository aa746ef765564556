using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Newsletter.Columns;

/// <summary>
/// The content of a column as it was read at one time. What readers see is never changed; a change is the next revision.
/// </summary>
internal sealed class ColumnRevision
{
    // For EF.
    private ColumnRevision() { }

    public ColumnRevision(Column column, int number, ColumnDraft draft, DateTimeOffset now, string? editedBy)
    {
        (Column, Number, ReadAt, EditedBy) = (column, number, now, editedBy);
        (Title, Language, Date, Address) = (draft.Title, draft.Language, draft.Date, draft.Address);
        Standfirst = JsonSerializer.Serialize(draft.Standfirst, ColumnJson.Readable.IReadOnlyListInline);
        Authors = JsonSerializer.Serialize(draft.Authors, ColumnJson.Readable.IReadOnlyListByline);
        Blocks = JsonSerializer.Serialize(draft.Blocks, ColumnJson.Readable.IReadOnlyListBlock);
        Dropped = JsonSerializer.Serialize(draft.Dropped, ColumnJson.Readable.IReadOnlyListDropped);
        Notices = JsonSerializer.Serialize(draft.Notices, ColumnJson.Readable.IReadOnlyListString);
        Categories = JsonSerializer.Serialize(draft.Categories, ColumnJson.Readable.IReadOnlyListString);
        ContentHash = HashOf(draft);
    }

    /// <summary>Takes over what the source says now about the same text: its day, its page, its categories.</summary>
    public void Describe(ColumnDraft draft)
    {
        (Date, Address) = (draft.Date ?? Date, draft.Address ?? Address);
        Categories = JsonSerializer.Serialize(draft.Categories, ColumnJson.Readable.IReadOnlyListString);
    }

    public int ColumnId { get; private set; }

    public Column Column { get; private set; } = null!;

    public int Number { get; private set; }

    public string Title { get; private set; } = "";

    public string? Language { get; private set; }

    public DateOnly? Date { get; private set; }

    public string? Address { get; private set; }

    public string Standfirst { get; private set; } = "[]";

    public string Authors { get; private set; } = "[]";

    public string Blocks { get; private set; } = "[]";

    public string Dropped { get; private set; } = "[]";

    public string Notices { get; private set; } = "[]";

    public string Categories { get; private set; } = "[]";

    /// <summary>SHA-256 of the cleaned content, hexadecimal: equal hashes are the same text.</summary>
    public string ContentHash { get; private set; } = "";

    public DateTimeOffset ReadAt { get; private set; }

    /// <summary>Who wrote it at the desk; null where it is the source's own.</summary>
    public string? EditedBy { get; private set; }

    public ColumnDraft Content =>
        new(
            Title,
            JsonSerializer.Deserialize(Standfirst, ColumnJson.Readable.IReadOnlyListInline) ?? [],
            JsonSerializer.Deserialize(Authors, ColumnJson.Readable.IReadOnlyListByline) ?? [],
            JsonSerializer.Deserialize(Blocks, ColumnJson.Readable.IReadOnlyListBlock) ?? [],
            Language,
            Date,
            Address,
            JsonSerializer.Deserialize(Dropped, ColumnJson.Readable.IReadOnlyListDropped) ?? [],
            JsonSerializer.Deserialize(Notices, ColumnJson.Readable.IReadOnlyListString) ?? []
        )
        {
            Categories = JsonSerializer.Deserialize(Categories, ColumnJson.Readable.IReadOnlyListString) ?? [],
        };

    /// <summary>
    /// The hash over what readers would see and the column's own source says: what was dropped is no part of it, nor
    /// what other columns say of its authors.
    /// </summary>
    public static string HashOf(ColumnDraft draft)
    {
        var json = ColumnJson.Readable;
        string[] parts =
        [
            draft.Title,
            draft.Language ?? "",
            JsonSerializer.Serialize(draft.Standfirst, json.IReadOnlyListInline),
            JsonSerializer.Serialize([.. draft.Authors.Select(author => author.Own)], json.IReadOnlyListByline),
            JsonSerializer.Serialize(draft.Blocks, json.IReadOnlyListBlock),
        ];
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', parts))));
    }
}
