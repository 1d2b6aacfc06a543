namespace Hub.Local.FunctionsHost.App;

/// <summary>
/// <paramref name="ConnectionString"/> is empty when the app settings aren't known; <paramref name="Namespace"/> is its fully qualified
/// namespace, as the metadata shows it.
/// </summary>
internal sealed record ServiceBusTrigger(string Name, string Queue, string ConnectionString, string Namespace, bool Sessions, bool Binary)
    : Trigger(Name);
