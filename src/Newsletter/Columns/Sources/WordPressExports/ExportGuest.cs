namespace Newsletter.Columns.Sources.WordPressExports;

/// <summary>
/// Somebody without an account, as Co-Authors Plus keeps them in an export: a post of the type "guest-author" with fields
/// that begin with "cap-", and the portrait as its picture
/// (https://github.com/Automattic/Co-Authors-Plus, php/class-coauthors-guest-authors.php).
/// </summary>
/// <param name="Portrait">The number of the attachment.</param>
internal sealed record ExportGuest(string Name, string? Role, string? Portrait);
