using System.Text.Json.Serialization;
using Hub.Functions.Problems;

namespace Hub.Functions.Api;

/// <summary>The JSON of the API.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Probleem))]
[JsonSerializable(typeof(AangenomenAntwoord))]
[JsonSerializable(typeof(ControleAntwoord))]
[JsonSerializable(typeof(StatusAntwoord))]
[JsonSerializable(typeof(BerichtenAntwoord))]
[JsonSerializable(typeof(WeigeringAntwoord))]
[JsonSerializable(typeof(PostbusAntwoord))]
[JsonSerializable(typeof(HerhaaldAntwoord))]
[JsonSerializable(typeof(BewakingAntwoord))]
[JsonSerializable(typeof(GereedAntwoord))]
internal sealed partial class ApiJson : JsonSerializerContext;
