namespace Newsletter.Subscribers.Segments;

internal enum DateUnit
{
    Day,
    Week,
    Month,
    Year,
}
