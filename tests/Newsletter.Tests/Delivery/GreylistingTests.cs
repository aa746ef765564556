using System.Globalization;
using Newsletter.Delivery;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Delivery;

public sealed class GreylistingTests
{
    private const int Readers = 400;

    [Theory, OnBothDatabases]
    public async Task One_in_twenty_is_told_451_once_and_everybody_gets_the_issue_once_after_the_wait(Provider provider)
    {
        await using var bench = await DeliveryBench.CreateAsync(provider);
        bench.Time = TimeProvider.System;
        bench.Delivery.Retries = "1s,…";
        await bench.ReadersAsync(Readers);
        var grey = Enumerable
            .Range(0, Readers / 20)
            .Select(i => string.Create(CultureInfo.InvariantCulture, $"reader{i * 20}@example.com"))
            .ToList();
        grey.ForEach(reader => bench.Smtp.Answer(reader, "451 4.2.0 Greylisted, come again"));
        var issue = await bench.IssueAsync();

        await bench.DeliverAsync(DeliveryMode.UntilDone);

        Assert.Equal((Readers, Readers), (bench.Smtp.Mails.Count, (await bench.StatusAsync(issue)).Sent));
        Assert.Equal(Readers, bench.Smtp.Mails.Select(mail => mail.Recipient).Distinct().Count());
        Assert.All(grey, reader => Assert.Equal(2, bench.Smtp.Commands.Count(line => line.Contains($"<{reader}>"))));
        await using var db = bench.Database.Open();
        Assert.Equal(grey.Count, db.Messages.Count(message => message.Attempts == 1));
    }
}
