using CsCheck;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Subscribers;

public sealed class StandingConsentTests
{
    private static readonly Gen<(int Act, int Person, int Publication, int Days)[]> Lives = Gen.Select(
        Gen.Int[0, ConsentWorld.Acts - 1],
        Gen.Int[0, 2],
        Gen.Int[0, 1],
        Gen.Int[0, 3]
    ).Array[5, 40];

    [Theory, OnBothDatabases]
    public async Task Whatever_happens_in_whatever_order_an_audience_is_those_whose_consent_stands(Provider provider)
    {
        await using var readers = await Readers.AtAsync(provider);
        var issues = await ConsentWorld.IssuesAsync(readers);
        var number = 0;
        await Lives.SampleAsync(
            async life =>
            {
                var world = ConsentWorld.Of(readers, issues, Interlocked.Increment(ref number));
                foreach (var (act, person, publication, days) in life)
                {
                    await world.ActAsync(act, person, publication, days);
                    Assert.Equal(world.Model.Audience().Order(), (await world.AudienceAsync()).Order());
                    world.Wait(TimeSpan.FromHours(days * 5));
                }
            },
            iter: 25,
            threads: 1,
            print: life => string.Join(' ', life)
        );
    }
}
