using System.Text.Json.Serialization;

namespace Hub.Local.Processes;

/// <summary>A child process as it was when it started: enough to know it again, and never to mistake another for it.</summary>
/// <param name="Name">What it is, for people.</param>
/// <param name="Pid">The operating system's id.</param>
/// <param name="Started">When the operating system started it (UTC).</param>
/// <param name="Command">A part of its command line, or its process name where that cannot be read.</param>
public sealed record ChildProcess(
    [property: JsonPropertyName("naam")] string Name,
    int Pid,
    [property: JsonPropertyName("gestart")] DateTimeOffset Started,
    [property: JsonPropertyName("opdracht")] string Command
);
