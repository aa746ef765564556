using Newsletter.Delivery;
using Newsletter.Delivery.Relays;

namespace Newsletter.Tests.Delivery.Relays;

public sealed class EnhancedStatusTests
{
    [Theory]
    [InlineData(550, "5.1.1 <a@example.com>: no such user", "5.1.1")]
    [InlineData(550, "550-5.1.1 first line\n550 5.1.1 second", "5.1.1")]
    [InlineData(550, "550 #5.1.0 Address rejected.", "5.1.0")]
    [InlineData(550, "The mailbox is unavailable\n5.2.1 really", "5.2.1")]
    [InlineData(556, "5.1.10 Recipient address has null MX", "5.1.10")]
    [InlineData(554, "delivery error: dd This user is over quota (5.2.2)", "5.2.2")]
    [InlineData(451, "4.7.1 Greylisted, see 5.5.5.5", "4.7.1")]
    [InlineData(550, "no: 192.5.1.1 is listed", null)]
    [InlineData(550, "client 5.1.1.9 is listed", null)]
    [InlineData(550, "4.2.2 contradicts its digits", null)]
    [InlineData(550, "Requested action not taken", null)]
    [InlineData(550, "", null)]
    public void It_is_found_where_servers_put_it(int code, string text, string? status)
    {
        Assert.Equal(status is not null, EnhancedStatus.TryParse(code, text, out var found));
        Assert.Equal(status ?? "0.0.0", found.ToString());
    }

    [Theory]
    [InlineData(550, "5.1.1 unknown", RefusalCause.Address)]
    [InlineData(556, "5.1.10 null MX", RefusalCause.Address)]
    [InlineData(556, "domain does not accept mail", RefusalCause.Address)]
    [InlineData(550, "5.4.4 host not found", RefusalCause.Address)]
    [InlineData(552, "5.2.2 full", RefusalCause.Mailbox)]
    [InlineData(552, "mailbox full", RefusalCause.Mailbox)]
    [InlineData(452, "4.2.2 full", RefusalCause.Mailbox)]
    [InlineData(550, "5.7.1 spam", RefusalCause.Policy)]
    [InlineData(550, "5.7.26 unauthenticated", RefusalCause.Policy)]
    [InlineData(552, "5.3.4 too big", RefusalCause.Policy)]
    [InlineData(451, "4.3.0 try again", RefusalCause.System)]
    [InlineData(550, "no", RefusalCause.Other)]
    public void It_says_whose_fault_it_is(int code, string text, object cause) =>
        Assert.Equal(
            cause,
            Reply.Read(code, text, "relay") switch
            {
                DeliveryOutcome.Refused refused => refused.Cause,
                DeliveryOutcome.TryLater later => later.Cause,
                var other => throw new InvalidOperationException(other.ToString()),
            }
        );
}
