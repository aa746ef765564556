namespace Newsletter.Records.Choosing;

/// <summary>How one who does not receive a publication can receive it again.</summary>
internal enum WayBack
{
    /// <summary>By the page: they left a short while ago.</summary>
    AtOnce,

    /// <summary>By a mail to confirm: whoever has the link may not be whose address it is.</summary>
    ByMail,

    /// <summary>The publication takes no sign-ups.</summary>
    None,
}
