using System.IO.Pipelines;

namespace Hub.Local.FunctionsHost.Http;

/// <summary>The two directions of a connection.</summary>
internal sealed record DuplexPipe(PipeReader Input, PipeWriter Output) : IDuplexPipe;
