using System.Globalization;
using Newsletter.Columns.Sources.Feeds;

namespace Newsletter.Tests.Columns.Sources.Feeds;

public class FeedDateTests
{
    [Theory]
    [InlineData("Sat, 07 Jan 2017 07:36:48 +0100", "2017-01-07T07:36:48+01:00")]
    [InlineData("Sat, 7 Jan 17 07:36 GMT", "2017-01-07T07:36:00+00:00")]
    [InlineData("07 Jan 2017 07:36:48 EST", "2017-01-07T07:36:48-05:00")]
    [InlineData("Thu, 01 Jan 1970 00:00:00 GMT", "1970-01-01T00:00:00+00:00")]
    [InlineData("Tue, 19 Jan 2138 03:14:07 PDT", "2138-01-19T03:14:07-07:00")]
    [InlineData("Thurs, 1 September 2022 10:00:00 CEST", "2022-09-01T10:00:00+02:00")]
    [InlineData("Sat,07 Jan 2017 07:36:48 +01:00", "2017-01-07T07:36:48+01:00")]
    [InlineData("sam., 07 janv. 2017 07:36:48 +0100", "2017-01-07T07:36:48+01:00")]
    [InlineData("Jan 7, 2017 3:05 PM", "2017-01-07T15:05:00+00:00")]
    [InlineData("Sat, 07 Jan 2017 24:00:00 GMT", "2017-01-08T00:00:00+00:00")]
    [InlineData("Sat, 31 Dec 2016 23:59:60 GMT", "2017-01-01T00:00:00+00:00")]
    [InlineData("2017-01-07T07:36:48Z", "2017-01-07T07:36:48+00:00")]
    [InlineData("2017-01-07T07:36:48.123456+05:30", "2017-01-07T07:36:48+05:30")]
    [InlineData("2017-01-07T07:36+0100", "2017-01-07T07:36:00+01:00")]
    [InlineData("2017-01-07 07:36:48", "2017-01-07T07:36:48+00:00")]
    [InlineData("20170107T073648Z", "2017-01-07T07:36:48+00:00")]
    [InlineData("2017-01-07", "2017-01-07T00:00:00+00:00")]
    [InlineData("2017-01", "2017-01-01T00:00:00+00:00")]
    [InlineData("2017", "2017-01-01T00:00:00+00:00")]
    public void A_date_is_read_as_it_is_said(string written, string read) =>
        Assert.Equal(DateTimeOffset.Parse(read, CultureInfo.InvariantCulture), FeedDate.Read(written));

    [Theory]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("Sat, 99 Jan 2017 07:36:48 GMT")]
    [InlineData("2017-13-07")]
    [InlineData("0000-00-00 00:00:00")]
    public void What_is_no_date_is_none(string written) => Assert.Null(FeedDate.Read(written));
}
