namespace Hub.Local.FunctionsHost.App;

internal sealed record FunctionDefinition(string Name, Trigger Trigger);
