using Hub.Deelnemers;

namespace HubVolume;

/// <summary>A bericht with who sends it.</summary>
internal sealed record Sending(Deelnemer Sender, byte[] Content);
