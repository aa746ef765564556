namespace Newsletter.Columns;

internal enum WordChange
{
    None,
    Came,
    Went,
}
