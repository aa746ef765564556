using Newsletter.Addresses;
using Newsletter.Subscribers.SignUps;

namespace Newsletter.Tests.Subscribers.SignUps;

public sealed class KnownDomainsTests
{
    [Theory]
    [InlineData("gmial.com", "gmail.com")]
    [InlineData("gmail.co", "gmail.com")]
    [InlineData("gmail.con", "gmail.com")]
    [InlineData("gmail.fr", "gmail.com")]
    [InlineData("gmaill.com", "gmail.com")]
    [InlineData("gnail.com", "gmail.com")]
    [InlineData("hotmial.fr", "hotmail.fr")]
    [InlineData("hotmai.com", "hotmail.com")]
    [InlineData("yaho.fr", "yahoo.fr")]
    [InlineData("outlok.com", "outlook.com")]
    [InlineData("orange.f", "orange.fr")]
    [InlineData("wanado.fr", "wanadoo.fr")]
    [InlineData("laposte.ent", "laposte.net")]
    [InlineData("fre.fr", "free.fr")]
    public void A_slip_is_known(string typed, string meant) =>
        Assert.Equal("Ada.L@" + meant, KnownDomains.MeantOrNull(EmailAddress.Parse("Ada.L@" + typed))?.Value);

    [Theory]
    [InlineData("gmail.com")]
    [InlineData("mail.com")]
    [InlineData("email.com")]
    [InlineData("ymail.com")]
    [InlineData("googlemail.com")]
    [InlineData("hotmail.be")]
    [InlineData("yahoo.co.uk")]
    [InlineData("example.org")]
    [InlineData("gmx.at")]
    [InlineData("me.com")]
    [InlineData("orange.com")]
    [InlineData("fr.fr")]
    [InlineData("outlook.example.org")]
    public void What_may_well_be_meant_is_left_alone(string typed) =>
        Assert.Null(KnownDomains.MeantOrNull(EmailAddress.Parse("ada@" + typed)));

    [Theory]
    [InlineData("ab", "ba", true)]
    [InlineData("abc", "acb", true)]
    [InlineData("abc", "ab", true)]
    [InlineData("ab", "abc", true)]
    [InlineData("abc", "axc", true)]
    [InlineData("abc", "abc", false)]
    [InlineData("abcd", "badc", false)]
    [InlineData("abc", "cba", false)]
    [InlineData("", "ab", false)]
    public void A_slip_is_one_movement_of_a_finger(string typed, string meant, bool isOne) =>
        Assert.Equal(isOne, Slips.IsOne(typed, meant));
}
