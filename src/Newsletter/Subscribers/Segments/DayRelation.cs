namespace Newsletter.Subscribers.Segments;

internal enum DayRelation
{
    Before,
    On,
    After,
}
