using CsCheck;
using Newsletter.Tests.Subscribers.SignUps;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Subscribers;

public sealed class StandingConsentTests
{
    // Links are mailed, pressed and left by oftener than the rest happens, and half of it to one person: most lives have
    // links of before.
    private static readonly LifeAct[] Acts =
    [
        .. Enum.GetValues<LifeAct>(),
        .. Enumerable.Repeat(LifeAct.SignUp, 5),
        .. Enumerable.Repeat(LifeAct.Confirm, 6),
        .. Enumerable.Repeat(LifeAct.Leave, 4),
    ];

    private static readonly int[] People = [0, 0, 0, 0, 1, 2];

    private static readonly int[] Publications = [0, 0, 0, 1];

    private static readonly Gen<(LifeAct Act, int Person, int Publication, int Days)[]> Lives = Gen.Select(
        OneOf(Acts),
        OneOf(People),
        OneOf(Publications),
        Gen.Int[0, 3]
    ).Array[5, 40];

    [Theory, OnBothDatabases]
    public async Task Whatever_happens_in_whatever_order_an_audience_is_those_whose_consent_stands(Provider provider)
    {
        await using var bench = await SignUpBench.AtAsync(provider);
        var issues = await ConsentWorld.IssuesAsync(bench.Readers);
        var (number, confirmed) = (0, 0);
        await Lives.SampleAsync(
            async life =>
            {
                var world = ConsentWorld.Of(bench, issues, Interlocked.Increment(ref number));
                foreach (var (act, person, publication, days) in life)
                {
                    await world.ActAsync(act, person, publication, days);
                    Assert.Equal(world.Model.Audience().Order(), (await world.AudienceAsync()).Order());
                    // Two acts are never at the same instant.
                    world.Wait(TimeSpan.FromHours(days * 5) + TimeSpan.FromSeconds(1));
                }

                confirmed += world.Links.Confirmed;
            },
            iter: 25,
            threads: 1,
            print: life => string.Join(' ', life)
        );
        Assert.NotEqual(0, confirmed);
    }

    private static Gen<T> OneOf<T>(T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);
}
