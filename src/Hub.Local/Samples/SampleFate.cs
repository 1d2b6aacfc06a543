using System.Text.Json.Serialization;

namespace Hub.Local.Samples;

/// <summary>What is to come of a sample bericht.</summary>
public enum SampleFate
{
    /// <summary>The receiver gets the bytes exactly as they were sent.</summary>
    [JsonStringEnumMemberName("afgeleverd")]
    Delivered,

    /// <summary>The hub answers the sender with a retour or JW325; the receiver gets nothing.</summary>
    [JsonStringEnumMemberName("retour")]
    Retour,

    /// <summary>The hub does not take it in.</summary>
    [JsonStringEnumMemberName("geweigerd")]
    Refused,

    /// <summary>It was sent before: the hub takes it in under the same id and nothing is delivered again.</summary>
    [JsonStringEnumMemberName("herhaling")]
    Repetition,
}
