using Newsletter.Columns;

namespace Newsletter.Tests.Columns;

public sealed class OutsideFetchTests
{
    [Fact]
    public async Task A_name_that_no_server_can_have_is_said_to_be_none()
    {
        using var web = new OutsideWeb();
        var fetch = new OutsideFetch(web, TimeProvider.System);
        var name = string.Join('.', Enumerable.Repeat(new string('a', 60), 5));
        var refusal = await Assert.ThrowsAsync<Refusal>(() =>
            fetch.GetAsync(
                new Uri($"http://{name}/feed"),
                "*/*",
                "feeds",
                new FetchLimits(1000, TimeSpan.FromSeconds(20), Redirects: 0),
                TestContext.Current.CancellationToken
            )
        );
        Assert.Contains("is no name of a server", refusal.Message, StringComparison.Ordinal);
    }
}
