namespace EndToEnd.FaultProxy;

/// <summary>When a request to the storage is interrupted.</summary>
public enum Moment
{
    /// <summary>Before the storage sees it.</summary>
    Beforehand,

    /// <summary>After the storage has done it, before the app hears so.</summary>
    Afterwards,
}
