using System.Text;

namespace Newsletter.Tests.Testing;

/// <summary>What stands in a client's lines.</summary>
internal static class SmtpWords
{
    /// <summary>Between the angle brackets of MAIL and RCPT.</summary>
    public static string Path(string line) =>
        Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(line.Split('<', '>')[1]));

    public static string Decoded(string base64) => Encoding.UTF8.GetString(Convert.FromBase64String(base64));
}
