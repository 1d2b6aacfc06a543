namespace Hub.Local.FunctionsHost.App;

/// <summary>Null <paramref name="Methods"/> = every method.</summary>
internal sealed record HttpTrigger(string Name, string Route, IReadOnlyList<string>? Methods, AuthLevel AuthLevel) : Trigger(Name);
