using System.Text.Json.Serialization;

namespace Hub.Functions.Api;

/// <summary>Whether each dependency answers: <c>ok</c> or <c>fout</c>.</summary>
internal sealed record ReadyAnswer(string Archief, [property: JsonPropertyName("tabellen")] string Tables, string Queues);
