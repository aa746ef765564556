namespace Newsletter.Columns.Cleaning.Shortcodes;

/// <summary>The pictures that shortcodes of a text may name by their numbers.</summary>
/// <param name="ByNumber">All that came with the text's source.</param>
/// <param name="Own">Those that belong to this text, in their order: what "[gallery]" without numbers shows.</param>
internal sealed record Attachments(
    IReadOnlyDictionary<string, AttachedPicture> ByNumber,
    IReadOnlyList<AttachedPicture> Own
)
{
    public static Attachments None { get; } = new(new Dictionary<string, AttachedPicture>(), []);

    /// <param name="written">"12", or "attachment_12", as captions have it.</param>
    public AttachedPicture? Find(string? written) =>
        written is null
            ? null
            : ByNumber.GetValueOrDefault(written.Trim().Replace("attachment_", "", StringComparison.OrdinalIgnoreCase));
}
