namespace Hub.Local.FunctionsHost.App;

/// <summary>An app: host.json and the functions that are not disabled.</summary>
internal sealed record FunctionApp(HostSettings Host, IReadOnlyList<FunctionDefinition> Functions)
{
    public IEnumerable<(FunctionDefinition Function, TTrigger Trigger)> With<TTrigger>()
        where TTrigger : Trigger =>
        Functions.Where(function => function.Trigger is TTrigger).Select(function => (function, (TTrigger)function.Trigger));
}
