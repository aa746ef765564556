namespace Newsletter.Web.Desk;

/// <summary>How much of the house a request at the desk is about.</summary>
internal enum PlaceKind
{
    Nowhere,
    Anywhere,
    One,
}
