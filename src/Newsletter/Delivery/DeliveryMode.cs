namespace Newsletter.Delivery;

internal enum DeliveryMode
{
    /// <summary>The service: until it is stopped.</summary>
    Forever,

    /// <summary>Until nothing is due now.</summary>
    UntilIdle,

    /// <summary>Until nothing waits at all, retries and issues queued for later included.</summary>
    UntilDone,
}
