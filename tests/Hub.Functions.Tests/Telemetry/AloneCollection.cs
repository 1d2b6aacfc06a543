namespace Hub.Functions.Tests.Telemetry;

/// <summary>
/// Tests that run while no other does: meters and sources of spans are of the process, so that an exporter also sends what the hub of
/// another test does, and loses a count when that hub goes.
/// </summary>
[CollectionDefinition(nameof(AloneCollection), DisableParallelization = true)]
public sealed class AloneCollection;
