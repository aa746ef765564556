using System.Text.RegularExpressions;
using static Newsletter.Tests.Rendering.Rules.HeadRules;

namespace Newsletter.Tests.Rendering.Rules;

/// <summary>The fields above a message: their form, and what each of them must say.</summary>
internal static partial class HeaderRules
{
    private static readonly string[] s_once = ["From", "To", "Date", "Message-ID", "Subject", "MIME-Version"];

    public static IEnumerable<Rule<Parcel>> All =>
        [
            new(
                "M07",
                "The message",
                "encoded words are 75 at most",
                parcel => Words().Matches(parcel.Header).Select(m => m.Value).Where(word => word.Length > 75),
                text => text.Replace("Subject: ", $"Subject: =?utf-8?Q?{new string('x', 70)}?=\r\n ")
            ),
            new(
                "M08",
                "The message",
                "headers are ASCII",
                parcel => parcel.Header.Split("\r\n").Where(line => line.Any(c => c is < ' ' or > '~')),
                text => text.Replace("Subject: ", "Subject: \u00E9")
            ),
            new(
                "M09",
                "The message",
                "headers are folded at 78",
                parcel => parcel.Header.Split("\r\n").Where(line => line.Length > 78),
                text => text.Replace("Precedence: bulk", "Precedence: bulk" + new string(' ', 70))
            ),
            new(
                "M10",
                "The message",
                "what belongs once stands once",
                parcel => s_once.Where(name => Count(parcel, name) != 1),
                text => text.Replace("MIME-Version", "Subject: again\r\nMIME-Version")
            ),
            new(
                "M11",
                "The message",
                "each line of a header is a field or goes on with one, and says something",
                parcel => parcel.Header.Split("\r\n").Where(line => !Field().IsMatch(line)),
                text => text.Replace("MIME-Version: 1.0", "MIME-Version: 1.0\r\nnot a field\r\n \r\nX:")
            ),
            new(
                "M12",
                "The message",
                "no other field than those that are meant",
                parcel => parcel.Fields.Select(one => one.Name).Where(name => !Meant().IsMatch(name)),
                text => text.Replace("MIME-Version", "X-Mailer: x\r\nBcc: a@example.org\r\nMIME-Version")
            ),
            new(
                "M13",
                "The message",
                "it goes to one reader, who is in To, and comes from one sender",
                parcel =>
                    When(
                        parcel.Message.To.Mailboxes.ToList() is not [var to]
                            || to.Address != parcel.Recipient
                            || parcel.Message.From.Mailboxes.Count() != 1,
                        "To"
                    ),
                text => text.Replace("To: ", "To: other@example.org, ")
            ),
            new(
                "M14",
                "The message",
                "the envelope is of the sender's domain",
                parcel =>
                    When(
                        parcel.Sender.Split('@')[^1] != parcel.Message.From.Mailboxes.First().Address.Split('@')[^1],
                        parcel.Sender
                    ),
                text => text.Replace("lettre@example.org>", "lettre@example.net>")
            ),
            new(
                "M15",
                "The message",
                "Message-ID is under the sender's domain",
                parcel => When(parcel["Message-ID"] is not { } id || !Id().IsMatch(id), "Message-ID"),
                text => text.Replace("Message-ID: <", "Message-ID: <a b")
            ),
            new(
                "M16",
                "The message",
                "the date is one of RFC 5322, with its zone",
                parcel => When(parcel["Date"] is not { } date || !Date().IsMatch(date), "Date"),
                text => text.Replace("+0000", "UTC")
            ),
        ];

    private static int Count(Parcel parcel, string name) =>
        parcel.Fields.Count(one => one.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex(@"=\?[^?\s]+\?[QB]\?[^?]*\?=", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Words();

    [GeneratedRegex(@"^([A-Za-z-]+:( \S.*)?| \S.*)$", RegexOptions.None, 1000)]
    private static partial Regex Field();

    [GeneratedRegex(
        "^(DKIM-Signature|From|To|Reply-To|Subject|Date|Message-ID|In-Reply-To|References|List-(Id|Unsubscribe|Unsubscribe-Post|Help|Post|Archive)|Precedence|Auto-Submitted|Feedback-ID|Content-Language|MIME-Version|Content-Type)$",
        RegexOptions.None,
        1000
    )]
    private static partial Regex Meant();

    [GeneratedRegex(@"^<[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@example\.org>$", RegexOptions.None, 1000)]
    private static partial Regex Id();

    [GeneratedRegex(
        @"^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d:\d\d [+-]\d{4}$",
        RegexOptions.None,
        1000
    )]
    private static partial Regex Date();
}
