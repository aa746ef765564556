namespace Newsletter.Columns;

internal enum CellAlignment
{
    Start,
    Center,
    End,
}
