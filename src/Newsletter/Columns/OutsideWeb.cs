using Microsoft.Security.AntiSSRF;

namespace Newsletter.Columns;

/// <summary>
/// The web as addresses from outside may be followed in it: public addresses only, whatever a name resolves to at the
/// moment of connecting. Nothing is followed by itself: whoever fetches follows each redirect by another request.
/// </summary>
internal sealed class OutsideWeb : IDisposable
{
    // Given to Accept and User-Agent, since some servers answer nobody who does not say who they are.
    private const string Name = "Newsletter/1.0";

    /// <param name="alsoAllowed">Networks that are allowed beside the public ones, such as <c>127.0.0.1/32</c>: for tests.</param>
    public OutsideWeb(params string[] alsoAllowed)
    {
        var policy = new AntiSSRFPolicy(PolicyConfigOptions.ExternalOnlyLatest)
        {
            AllowPlainTextHttp = true,
            AddXFFHeader = true,
        };
        if (alsoAllowed.Length > 0)
            policy.AddAllowedAddresses(alsoAllowed);
        var handler = policy.GetHandler();
        handler.AllowAutoRedirect = false;
        handler.UseCookies = false;
        handler.ConnectTimeout = TimeSpan.FromSeconds(10);
        Client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        Client.DefaultRequestHeaders.UserAgent.ParseAdd(Name);
    }

    /// <summary>Without a time-out of its own: whoever asks says how long.</summary>
    public HttpClient Client { get; }

    /// <summary>Whether a request failed because it led to an address that is not public.</summary>
    public static bool IsRefusal(Exception fault) =>
        // Unspecified addresses (0.0.0.0) are refused by the system itself, as a wrong argument.
        fault is AntiSSRFException or ArgumentException
        || (fault.InnerException is { } inner && IsRefusal(inner));

    public void Dispose() => Client.Dispose();
}
