namespace Hub.Local.FunctionsHost.Worker;

/// <summary>How an invocation ended.</summary>
/// <param name="Failure">Null when it succeeded; never holds the worker's text.</param>
/// <param name="WasTried">False when there was no worker to give it to, and there will be none.</param>
/// <param name="FunctionFailed">The function itself ended so; otherwise a failure is that of the worker, which is lost or was
/// ended.</param>
internal readonly record struct InvocationResult(string? Failure, bool WasTried = true, bool FunctionFailed = false)
{
    public static InvocationResult Success { get; } = new(null);

    public static InvocationResult Untried { get; } = new("the host stops", WasTried: false);

    public bool Succeeded => Failure is null;
}
