namespace Newsletter.Rendering.Typography;

/// <summary>The marks a language quotes with; the inner pair serves a quotation within a quotation.</summary>
internal sealed record QuotationStyle(char Open, char Close, char InnerOpen, char InnerClose)
{
    public static QuotationStyle French { get; } = new('«', '»', '“', '”');

    public static QuotationStyle English { get; } = new('“', '”', '‘', '’');
}
