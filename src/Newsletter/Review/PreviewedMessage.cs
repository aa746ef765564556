namespace Newsletter.Review;

/// <param name="SiteUrl">The address of our own site, as its links have it.</param>
/// <param name="Bytes">The whole message, as it would be handed to a relay.</param>
/// <param name="Html">The HTML part, decoded, marks filled.</param>
/// <param name="Text">The text part, decoded, marks filled.</param>
internal sealed record PreviewedMessage(string SiteUrl, byte[] Bytes, string Subject, string Html, string Text);
