using System.Globalization;

namespace Newsletter.Messages;

/// <summary>The fields that issues and service mails share, each written in one place.</summary>
internal static class CommonFields
{
    extension(HeaderBlock header)
    {
        public void AddIdentity(MessageIdentity identity)
        {
            header.AddStructured("Date", Rfc5322(identity.Date));
            header.AddStructured("Message-ID", $"<{identity.MessageId}>");
        }

        /// <summary>RFC 8058 section 3.1: one https address, and both fields signed.</summary>
        public void AddUnsubscribe(string url)
        {
            header.AddStructured("List-Unsubscribe", $"<{AsciiUrl(url)}>");
            header.AddStructured("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }

        public void AddContent(string language, Alternatives parts)
        {
            header.AddStructured("Content-Language", language);
            header.AddStructured("MIME-Version", "1.0");
            header.AddStructured("Content-Type", parts.ContentType);
        }
    }

    private static string Rfc5322(DateTimeOffset date) =>
        date.UtcDateTime.ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture);

    // RFC 2369 section 2: a URL in a header is ASCII and holds no blank or bracket.
    private static string AsciiUrl(string url) =>
        IsPlain(url)
            ? url
            : new UriBuilder(url) { Host = new Uri(url).IdnHost }
                .Uri
                .AbsoluteUri;

    private static bool IsPlain(string url) => url.All(c => char.IsAsciiLetterOrDigit(c) || ":/._-?=&~".Contains(c));
}
