namespace Hub.Local.FunctionsHost.App;

/// <summary>What starts a function; <paramref name="Name"/> is the parameter that it fills.</summary>
internal abstract record Trigger(string Name);
