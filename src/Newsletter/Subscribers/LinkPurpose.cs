namespace Newsletter.Subscribers;

/// <summary>What a reader's link opens. The numbers are part of every link ever sent: never change one.</summary>
internal enum LinkPurpose : byte
{
    Unsubscribe = 1,
}
