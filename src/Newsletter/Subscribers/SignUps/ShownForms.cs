namespace Newsletter.Subscribers.SignUps;

/// <summary>
/// When a form was shown, as a token in it: programs that fill forms do so at once, or from a copy that they took long
/// ago. Nothing about a visitor is kept for it.
/// </summary>
internal sealed class ShownForms(LinkKeys keys, TimeProvider clock)
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    public async Task<string> TokenAsync(CancellationToken cancel) =>
        ReaderLink.Token(await keys.SigningAsync(cancel), LinkPurpose.ShownForm, clock.GetUtcNow().ToUnixTimeSeconds());

    /// <summary>Long enough ago to have been read, and not too long.</summary>
    public async Task<bool> IsByHandAsync(string? token, CancellationToken cancel) =>
        await AgeOrNullAsync(token, cancel) is { } age && age >= Shortest && age <= Longest;

    /// <summary>The token for a form that is shown again: the same as long as it is good, so that nobody waits twice.</summary>
    public async Task<string> AgainAsync(string? token, CancellationToken cancel) =>
        await AgeOrNullAsync(token, cancel) is { } age && age >= TimeSpan.Zero && age <= Longest / 2
            ? token!
            : await TokenAsync(cancel);

    private async Task<TimeSpan?> AgeOrNullAsync(string? token, CancellationToken cancel) =>
        ReaderLink.TryRead(token, LinkPurpose.ShownForm, await keys.AllAsync(cancel), out var second)
            ? clock.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(second)
            : null;
}
