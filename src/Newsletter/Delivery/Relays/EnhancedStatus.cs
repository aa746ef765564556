using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace Newsletter.Delivery.Relays;

/// <summary>What a mail server says beside its three digits (RFC 3463): <c>5.1.1</c> is a mailbox that does not exist.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly partial record struct EnhancedStatus(int Class, int Subject, int Detail)
{
    /// <summary>Who or what is meant, by the registry that RFC 5248 set up.</summary>
    public RefusalCause Cause =>
        (Subject, Detail) switch
        {
            // Bad mailbox, system, syntax; moved; null MX (RFC 7505). 2.1: disabled.
            (1, 1 or 2 or 3 or 6 or 10) or (2, 1) => RefusalCause.Address,
            // Unable to route: the domain has no server.
            (4, 4) => RefusalCause.Address,
            (2, 2) => RefusalCause.Mailbox,
            // The sender's address, our DNS or our mail as such.
            (1, 7 or 8) or (2, 3) or (3, 4) or (6, _) or (7, _) => RefusalCause.Policy,
            (1, 9) or (3 or 4 or 5, _) => RefusalCause.System,
            _ => RefusalCause.Other,
        };

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Class}.{Subject}.{Detail}");

    /// <summary>
    /// Finds it in a reply: at the start of a line, where RFC 2034 has it, or else anywhere, where many servers put it.
    /// </summary>
    /// <param name="code">The reply's three digits, whose first it repeats.</param>
    /// <param name="text">The reply, of one line or many, with its digits or without.</param>
    /// <param name="status">0.0.0 where there is none.</param>
    public static bool TryParse(int code, string text, out EnhancedStatus status)
    {
        status = default;
        try
        {
            var found = Form()
                .Matches(text)
                .Where(match => match.Groups["class"].Value[0] - '0' == code / 100)
                .ToList();
            var best = found.Find(match => match.Groups["start"].Success) ?? found.FirstOrDefault();
            if (best is null)
                return false;
            status = new EnhancedStatus(Number(best, "class"), Number(best, "subject"), Number(best, "detail"));
            return true;
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    private static int Number(Match match, string part) =>
        int.Parse(match.Groups[part].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"(?<start>^(\d{3}[- ])?\s?#?)?(?<![\d.])(?<class>[245])\.(?<subject>\d{1,3})\.(?<detail>\d{1,3})(?![\d]|\.\d)",
        RegexOptions.ExplicitCapture | RegexOptions.Multiline,
        matchTimeoutMilliseconds: 200
    )]
    private static partial Regex Form();
}
