using System.Text;
using System.Text.RegularExpressions;
using MimeKit;
using static Newsletter.Tests.Rendering.Rules.HeadRules;

namespace Newsletter.Tests.Rendering.Rules;

/// <summary>The message as MIME: judged on its bytes, not on what made them.</summary>
internal static class MessageRules
{
    public static IEnumerable<Rule<Parcel>> All =>
        [
            new(
                "M01",
                "The message",
                "it is two alternatives of one content, the text first",
                parcel =>
                    When(
                        parcel.Message.Body is not MultipartAlternative { Count: 2 } both
                            || both[0].ContentType.MimeType != "text/plain"
                            || both[1].ContentType.MimeType != "text/html",
                        "parts"
                    ),
                text => text.Replace("multipart/alternative", "multipart/mixed")
            ),
            new(
                "M02",
                "The message",
                "both are UTF-8",
                parcel =>
                    parcel
                        .Parts.Where(part => part.ContentType.Charset != "utf-8")
                        .Select(part => $"{part.ContentType}"),
                text => text.Replace("text/html; charset=utf-8", "text/html; charset=iso-8859-1")
            ),
            new(
                "M03",
                "The message",
                "quoted-printable, and base64 only where most is outside ASCII",
                parcel =>
                    parcel
                        .Parts.Where(part => part.ContentTransferEncoding != Wanted(part))
                        .Select(part => part.ContentType.MimeType),
                text => text.Replace("Content-Transfer-Encoding: quoted-printable", "Content-Transfer-Encoding: 8bit")
            ),
            new(
                "M04",
                "The message",
                "lines end in CRLF and in nothing else",
                parcel => When(Regex.IsMatch(parcel.Text, "\r(?!\n)|(?<!\r)\n"), "line end"),
                text => text.Replace("MIME-Version: 1.0\r\n", "MIME-Version: 1.0\n")
            ),
            new(
                "M05",
                "The message",
                "no line is over 998",
                parcel => parcel.Text.Split("\r\n").Where(line => line.Length > 998).Select(Short),
                text => text + new string('x', 999) + "\r\n"
            ),
            new(
                "M06",
                "The message",
                "encoded lines are 76 at most",
                parcel => parcel.Body.Split("\r\n").Where(line => line.Length > 76).Select(Short),
                text => text.Replace("=\r\n", "")
            ),
            new(
                "M17",
                "The message",
                "the boundary stands in no content, and closes the message",
                parcel =>
                    When(
                        parcel.Message.Body?.ContentType.Boundary is not { Length: < 71 } boundary
                            || Regex.Count(parcel.Body, Regex.Escape("--" + boundary)) != 3
                            || !parcel.Body.EndsWith($"--{boundary}--\r\n", StringComparison.Ordinal),
                        "boundary"
                    ),
                text => text[..^4] + "\r\n"
            ),
            new(
                "M18",
                "The message",
                "the body is ASCII, without a line that servers touch",
                parcel =>
                    parcel
                        .Body.Split("\r\n")
                        .Where(line =>
                            line.Any(c => c is < ' ' or > '~')
                            || line.StartsWith('.')
                            || line.StartsWith("From ", StringComparison.Ordinal)
                            || line.EndsWith(' ')
                        ),
                text => text.Replace("\r\n\r\n--=_", "\r\n.\r\nFrom here \r\n\r\n--=_")
            ),
            new(
                "M19",
                "The message",
                "no field and no part holds a mark",
                parcel =>
                    parcel
                        .Parts.Select(part => part.Text)
                        .Append(parcel.Message.Subject ?? "")
                        .Where(text => text.Contains('\uE000') || text.Contains('\uE001')),
                text => text.Replace("Subject: ", "Subject: =?utf-8?Q?=EE=80=80?= ")
            ),
            new(
                "M20",
                "The message",
                "nothing hangs on it: no attachment, no picture inside",
                parcel => When(parcel.Message.BodyParts.Any(part => part is not TextPart || part.IsAttachment), "part"),
                text =>
                    text.Replace(
                        "Content-Type: text/html;",
                        "Content-Disposition: attachment\r\nContent-Type: text/html;"
                    )
            ),
            new(
                "M21",
                "Layout 13",
                "with this reader's links in it, Gmail does not clip it",
                parcel => When(Encoding.UTF8.GetByteCount(parcel.Message.HtmlBody ?? "") >= 102_400, "bytes"),
                text =>
                    Regex.Replace(
                        text,
                        "</html>",
                        string.Concat(Enumerable.Repeat(new string('x', 70) + "=\r\n", 1500)) + "</html>"
                    )
            ),
            new(
                "M22",
                "Layout 15",
                "the subject is one line, and no essay",
                parcel =>
                    When(
                        parcel.Message.Subject is not { Length: > 0 and < 400 } subject || subject.Any(char.IsControl),
                        parcel.Message.Subject ?? "none"
                    ),
                text => Regex.Replace(text, "Subject: .*?\r\n(?! )", "Subject: \r\n", RegexOptions.Singleline)
            ),
            new(
                "M35",
                "Layout 15",
                "the subject is set as its language does",
                parcel =>
                    When(
                        parcel["Content-Language"] == "fr" && ContentRules.IsWrongFrench(parcel.Message.Subject ?? ""),
                        parcel.Message.Subject ?? "none"
                    ),
                text => Regex.Replace(text, "Subject: .*?\r\n(?! )", "Subject: Vraiment ?\r\n", RegexOptions.Singleline)
            ),
            new(
                "M36",
                "The message",
                "its language is the one that its page says",
                parcel =>
                    When(
                        parcel.Message.HtmlBody?.Contains($"<html lang=\"{parcel["Content-Language"]}\"") != true,
                        parcel["Content-Language"] ?? "none"
                    ),
                text => text.Replace("Content-Language: fr", "Content-Language: en")
            ),
        ];

    private static string Short(string line) => line.Length <= 90 ? line : line[..90];

    private static ContentEncoding Wanted(TextPart part)
    {
        var letters = part.Text.Where(c => !char.IsWhiteSpace(c) && !char.IsControl(c)).ToList();
        return letters.Count(c => c > '~') * 2 > letters.Count
            ? ContentEncoding.Base64
            : ContentEncoding.QuotedPrintable;
    }
}
