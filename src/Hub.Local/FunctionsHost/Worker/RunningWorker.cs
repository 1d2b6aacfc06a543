using Hub.Local.FunctionsHost.Worker.Rpc;

namespace Hub.Local.FunctionsHost.Worker;

/// <summary>A run of the worker that has introduced itself and loaded its functions.</summary>
/// <param name="Process">The process.</param>
/// <param name="Channel">The conversation with it.</param>
/// <param name="HttpUri">Where it takes HTTP; null when it has no functions for it.</param>
/// <param name="Functions">Its functions.</param>
internal sealed record RunningWorker(WorkerProcess Process, WorkerChannel Channel, Uri? HttpUri, IReadOnlyList<FunctionMetadata> Functions)
{
    public string FunctionId(string function) =>
        Functions.First(one => one.Name.Equals(function, StringComparison.OrdinalIgnoreCase)).FunctionId;
}
