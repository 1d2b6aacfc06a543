namespace Hub.Local.FunctionsHost.Worker;

/// <summary>The worker is gone, or its stream is.</summary>
internal sealed class WorkerLostException() : Exception("the connection to the worker was lost");
