using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using static Newsletter.Tests.Rendering.Rules.HeadRules;

namespace Newsletter.Tests.Rendering.Rules;

/// <summary>What a list owes its readers and their mailbox providers, and the signature over it.</summary>
internal static partial class ListRules
{
    private static readonly string[] s_signed =
    [
        "from",
        "to",
        "subject",
        "date",
        "message-id",
        "mime-version",
        "content-type",
        "reply-to",
    ];

    private static readonly string[] s_signedInIssues = ["list-id", "feedback-id"];

    private static readonly string[] s_signedWhereLeft = ["list-unsubscribe", "list-unsubscribe-post"];

    private static readonly string[] s_oversigned = ["from", "subject", "to", "date", "reply-to", "content-type"];

    public static IEnumerable<Rule<Parcel>> All =>
        [
            new(
                "M23",
                "The message",
                "List-Id is under the sender's domain",
                parcel =>
                    When(
                        parcel["List-Id"] is not { } id || !Regex.IsMatch(id, @"<[a-z0-9.-]+\.example\.org>$"),
                        "List-Id"
                    ),
                text => text.Replace("<lettre.example.org>", "<lettre.example.net>")
            )
            {
                For = MailKinds.Issue,
            },
            new(
                "M24",
                "The message",
                "List-Unsubscribe begins with https, and what follows is mailto",
                parcel =>
                    When(
                        parcel["List-Unsubscribe"] is not { } list
                            || !Regex.IsMatch(list, @"^<https://[^>\s]+>(, ?<mailto:[^>\s]+>)?$"),
                        "List-Unsubscribe"
                    ),
                text => AnyUnsubscribe().Replace(text, "List-Unsubscribe: <mailto:a@example.org>, <https")
            )
            {
                For = MailKinds.Leavable,
            },
            new(
                "M25",
                "The message",
                "one click is enough",
                parcel =>
                    When(parcel["List-Unsubscribe-Post"] != "List-Unsubscribe=One-Click", "List-Unsubscribe-Post"),
                text => text.Replace("List-Unsubscribe=One-Click", "One-Click")
            )
            {
                For = MailKinds.Leavable,
            },
            new(
                "M26",
                "The message",
                "the address in the header is the one in both parts",
                parcel =>
                    parcel
                        .Parts.Where(part =>
                            !part.Text.Contains(parcel["List-Unsubscribe"]?.Split('<', '>')[1] ?? "none")
                        )
                        .Select(part => part.ContentType.MimeType),
                text => AnyUnsubscribe().Replace(text, "List-Unsubscribe: <https://e.org/?https")
            )
            {
                For = MailKinds.Leavable,
            },
            new(
                "M27",
                "The message",
                "an issue is bulk, and nothing else is",
                parcel => When(parcel["Precedence"] == "bulk" != (parcel.Kind == MailKinds.Issue), "Precedence"),
                text => text.Replace("Precedence: bulk\r\n", "")
            ),
            new(
                "M28",
                "The message",
                "only a notice says that it was made by a program",
                parcel =>
                    When(
                        parcel.Kind == MailKinds.Issue
                            ? parcel["Auto-Submitted"] is not null
                            : parcel["Auto-Submitted"] is null,
                        "Auto-Submitted"
                    ),
                text => text.Replace("MIME-Version", "Auto-Submitted: auto-generated\r\nMIME-Version")
            ),
            new(
                "M29",
                "The message",
                "Feedback-ID has four parts, the last the same for ever",
                parcel =>
                    When(
                        parcel["Feedback-ID"] is not { } id || !Regex.IsMatch(id, "^[^:]+:[^:]+:[^:]+:newsletter$"),
                        "Feedback-ID"
                    ),
                text => text.Replace(":newsletter", ":" + "letter7")
            )
            {
                For = MailKinds.Issue,
            },
            new(
                "M30",
                "The message",
                "the signature is rsa-sha256, relaxed, over the whole body",
                parcel =>
                    When(
                        parcel.Signature.GetValueOrDefault("a") != "rsa-sha256"
                            || parcel.Signature.GetValueOrDefault("c") != "relaxed/relaxed"
                            || parcel.Signature.ContainsKey("l"),
                        "DKIM-Signature"
                    ),
                text => text.Replace("a=rsa-sha256;", "a=rsa-sha256; l=10;")
            ),
            new(
                "M31",
                "The message",
                "the signature is of 2,048 bits at least, by the sender's domain",
                parcel =>
                    When(
                        parcel.Signature.GetValueOrDefault("d") != "example.org"
                            || Convert.FromBase64String(parcel.Signature["b"]).Length < 256,
                        "DKIM-Signature"
                    ),
                text => text.Replace("d=example.org;", "d=example.net;")
            ),
            new(
                "M32",
                "The message",
                "all fields that mean something are signed",
                parcel =>
                    s_signed
                        .Concat(parcel.Kind == MailKinds.Issue ? s_signedInIssues : [])
                        .Concat(MailKinds.Leavable.HasFlag(parcel.Kind) ? s_signedWhereLeft : [])
                        .Where(name => !SignedNames(parcel).Contains(name)),
                text => Regex.Replace(text, @":\s*List-Unsubscribe-Post", "")
            ),
            new(
                "M33",
                "The message",
                "what must not be added is signed once more than it stands there",
                parcel =>
                    s_oversigned.Where(name =>
                        SignedNames(parcel).Count(signed => signed == name)
                        <= parcel.Fields.Count(one => one.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                    ),
                text => text.Replace("\r\nSubject: ", "\r\nSubject: x\r\nSubject: ")
            ),
            new(
                "M34",
                "The message",
                "the hash in the signature is that of the body",
                parcel => When(parcel.Signature.GetValueOrDefault("bh") != HashOf(parcel.Body), "bh"),
                text => text + "x\r\n"
            ),
        ];

    private static List<string> SignedNames(Parcel parcel) =>
        [.. (parcel.Signature.GetValueOrDefault("h") ?? "").ToLowerInvariant().Split(':')];

    /// <summary>RFC 6376 section 3.4.4, written here a second time, from the text of the standard.</summary>
    private static string HashOf(string body)
    {
        var lines = body.Split("\r\n").Select(line => Blanks().Replace(line, " ").TrimEnd(' '));
        var relaxed = string.Join("\r\n", lines).TrimEnd('\r', '\n') + "\r\n";
        return Convert.ToBase64String(SHA256.HashData(Encoding.Latin1.GetBytes(relaxed)));
    }

    [GeneratedRegex(@"List-Unsubscribe:\s+<https", RegexOptions.None, 1000)]
    private static partial Regex AnyUnsubscribe();

    [GeneratedRegex("[ \t]+", RegexOptions.None, 1000)]
    private static partial Regex Blanks();
}
