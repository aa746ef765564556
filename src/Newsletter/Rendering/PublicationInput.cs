namespace Newsletter.Rendering;

/// <param name="Language">Lower-case ISO 639-1; decides typography and the words of the template.</param>
/// <param name="TimeZone">IANA name; dates are shown in it.</param>
/// <param name="PostalAddress">Lines separated by line feeds; null where none is set.</param>
internal sealed record PublicationInput(
    string Title,
    string SenderName,
    string Language,
    string TimeZone,
    string? PostalAddress,
    Theme Theme
);
