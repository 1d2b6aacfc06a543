namespace Hub;

/// <summary>What can be done about a failed storage operation.</summary>
public enum StorageFault
{
    /// <summary>Transient, or not known to be permanent: the same call may succeed later.</summary>
    Retry,

    /// <summary>The row was changed by someone else since it was read.</summary>
    Conflict,

    /// <summary>What was asked for is not there.</summary>
    NotFound,

    /// <summary>The storage refuses this identity.</summary>
    Unauthorized,
}
