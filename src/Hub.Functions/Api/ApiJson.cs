using System.Text.Json.Serialization;
using Hub.Functions.Problems;

namespace Hub.Functions.Api;

/// <summary>The JSON of the API.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(Problem))]
[JsonSerializable(typeof(AcceptedAnswer))]
[JsonSerializable(typeof(CheckAnswer))]
[JsonSerializable(typeof(StatusAnswer))]
[JsonSerializable(typeof(BerichtenAnswer))]
[JsonSerializable(typeof(RefusalAnswer))]
[JsonSerializable(typeof(PostbusAnswer))]
[JsonSerializable(typeof(RepeatedAnswer))]
[JsonSerializable(typeof(BewakingAnswer))]
[JsonSerializable(typeof(ReadyAnswer))]
internal sealed partial class ApiJson : JsonSerializerContext;
