using System.Globalization;
using System.Text.RegularExpressions;
using Newsletter.Delivery.Routing;
using Newsletter.Messages;

namespace Newsletter.Delivery.Relays;

/// <summary>What a relay's reply to a message means.</summary>
internal static partial class Reply
{
    /// <summary>As long as the ledger keeps it.</summary>
    public const int Longest = 500;

    /// <summary>How the ledger's word for an answer that was lost begins.</summary>
    public const string Lost = "The answer was lost: ";

    /// <param name="code">Of the reply; 0 where there was none that could be read.</param>
    /// <param name="relay">Who said it.</param>
    /// <param name="section">What the names of its settings begin with.</param>
    /// <param name="asks">Whom a plea to slow down comes from at this stage of the dialogue.</param>
    public static DeliveryOutcome Read(
        int code,
        string text,
        string relay,
        Pressure asks = Pressure.Domain,
        string section = RelayOptions.First
    )
    {
        var words = Words(code, text);
        DeliveryOutcome outcome = code switch
        {
            // RFC 5321 section 3.8: 421 closes the channel, whatever was asked.
            421 => new DeliveryOutcome.Interrupted(
                new RelayFault($"The relay {relay} closed the connection: {words}.", RelayFaultKind.Passing)
            ),
            // RFC 4954 section 6: these are about our login and not about a message.
            530 or 534 or 535 or 538 => new DeliveryOutcome.Interrupted(
                new RelayFault(
                    $"The relay {relay} wants a login before it takes mail ({words}); see {section}__User, {section}__Password and {section}__Security.",
                    RelayFaultKind.Unwilling
                )
            ),
            // RFC 5321 section 4.2.1: 4yz may succeed later, 5yz will not.
            >= 400 and < 500 => new DeliveryOutcome.TryLater(words) { Cause = CauseOf(code, text) },
            >= 500 and < 600 => new DeliveryOutcome.Refused(words) { Cause = CauseOf(code, text) },
            _ => new DeliveryOutcome.Interrupted(
                new RelayFault(
                    $"The relay {relay} answered something that is no SMTP: {words}.",
                    RelayFaultKind.Passing
                )
            ),
        };
        // Policy, and for now: providers mean our rate by it. A 421 that names the system (4.3.2, it goes down) or the
        // network (4.4.2, we were idle) means something else, and the next connection may go as fast as before.
        return
            (code == 421 && CauseOf(code, text) is not RefusalCause.System)
            || (outcome is DeliveryOutcome.TryLater { Cause: RefusalCause.Policy } && !IsGreylisting(text))
            ? outcome with
            {
                Pressure = asks,
            }
            : outcome;
    }

    /// <summary>
    /// To MAIL FROM. What is refused for good there is our address, whoever would have received the message; and a
    /// system that is full or busy before a recipient is named (RFC 3463, x.3 to x.5) is the relay's own.
    /// </summary>
    public static DeliveryOutcome ReadToSender(int code, string text, string relay, string sender, string section) =>
        Read(code, text, relay, Pressure.Relay, section) switch
        {
            // RFC 5321 section 4.2.2: 500 to 504 are about the command as such.
            DeliveryOutcome.Refused(var words) refused when code <= 504 || refused.Cause is RefusalCause.System =>
                new DeliveryOutcome.Interrupted(
                    new RelayFault(
                        $"The relay {relay} takes no mail ({words}); mend it, or use another.",
                        RelayFaultKind.Unwilling
                    )
                ),
            DeliveryOutcome.Refused(var words) => new DeliveryOutcome.SenderRefused(
                new RelayFault(
                    $"The relay {relay} refuses the sender {sender} ({words}); let it send for that address, or give the publication another with \"newsletter publication set --from\" or --bounce-domain.",
                    RelayFaultKind.Unwilling
                )
            ),
            DeliveryOutcome.TryLater(var words) { Cause: RefusalCause.System } => new DeliveryOutcome.Interrupted(
                new RelayFault($"The relay {relay} takes no mail for now ({words}).", RelayFaultKind.Passing)
            ),
            var other => other,
        };

    // RFC 6647 section 5 recommends 4.7.1 for it, and it asks for another try and not for another rate.
    private static bool IsGreylisting(string text) =>
        text.Contains("greylist", StringComparison.OrdinalIgnoreCase)
        || text.Contains("graylist", StringComparison.OrdinalIgnoreCase)
        || text.Contains("grey list", StringComparison.OrdinalIgnoreCase);

    /// <summary>By its enhanced status, and where it has none by its digits, the few that say anything.</summary>
    public static RefusalCause CauseOf(int code, string text) =>
        EnhancedStatus.TryParse(code, text, out var status)
            ? status.Cause
            : code switch
            {
                // RFC 7504: the domain takes no mail. 551: moved (RFC 5321 section 3.4). 553: no such name.
                521 or 556 or 551 or 553 => RefusalCause.Address,
                452 or 552 => RefusalCause.Mailbox,
                451 or 454 => RefusalCause.System,
                _ => RefusalCause.Other,
            };

    /// <summary>One line, cut to what the ledger keeps.</summary>
    public static string Words(int code, string text) =>
        Short(code == 0 ? text : $"{code.ToString(CultureInfo.InvariantCulture)} {text}");

    /// <summary>
    /// For the log, which holds no addresses, and the ledger, which outlives an erased reader: a relay likes to repeat
    /// them. Not longer than the ledger keeps it.
    /// </summary>
    public static string WithoutAddresses(string reply) =>
        reply.Contains('@', StringComparison.Ordinal) ? Cut(Address.Replace(reply, "(address)")) : reply;

    public static string Short(string text)
    {
        var line = HeaderText.OneLine(text).Trim();
        // An address that is cut in two before its at sign would not be known for one.
        return line.Length <= Longest ? line : Cut(WithoutAddresses(line));
    }

    private static string Cut(string line) =>
        line.Length <= Longest ? line : line[..(char.IsHighSurrogate(line[Longest - 1]) ? Longest - 1 : Longest)];

    // A word with an at sign in it, or a quoted local part with its domain (RFC 5321 section 4.1.2).
    [GeneratedRegex("""<?"[^"]*"@[^\s]*|[^\s]*@[^\s]*""", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address { get; }
}
