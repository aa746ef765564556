using Newsletter.Columns;

namespace Newsletter.Tests.Columns;

public sealed class BylineTests
{
    [Theory]
    [InlineData("Ada Marchand", "ada  MARCHAND ")]
    [InlineData("Ada Marchand", "Ada\u00A0Marchand")]
    [InlineData("Zoé d’Arc", "zoe\u0301 d'arc")]
    [InlineData("Jean-Luc", "jean\u2011luc")]
    public void Two_spellings_of_one_name_are_one_author(string one, string other) =>
        Assert.Equal(Byline.KeyOf(one), Byline.KeyOf(other));

    [Theory]
    [InlineData("Ada Marchand", "Ada Marchant")]
    [InlineData("Zoé", "Zoe")]
    [InlineData("Jean Luc", "Jean-Luc")]
    public void Two_names_are_two_authors(string one, string other) =>
        Assert.NotEqual(Byline.KeyOf(one), Byline.KeyOf(other));

    [Fact]
    public void A_name_of_any_length_fits_where_it_is_kept() =>
        Assert.InRange(Byline.KeyOf(string.Concat(Enumerable.Repeat("x😀", 300))).Length, 199, 200);
}
