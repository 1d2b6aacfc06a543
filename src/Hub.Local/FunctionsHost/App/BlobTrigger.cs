namespace Hub.Local.FunctionsHost.App;

/// <summary>
/// <paramref name="Storage"/> and <paramref name="ReceiptStorage"/> are connection strings; empty when the app settings aren't known.
/// <paramref name="Deferred"/>: the worker fetches the blob itself, by the setting <paramref name="Connection"/>.
/// </summary>
internal sealed record BlobTrigger(string Name, BlobPattern Path, string Connection, string Storage, string ReceiptStorage, bool Deferred)
    : Trigger(Name);
