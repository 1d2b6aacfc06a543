using Hub.Deelnemers;
using Hub.Queues;

namespace Hub.Local.Samples;

/// <summary>A bericht as a deelnemer took it out of its postbus.</summary>
/// <param name="Deelnemer">Whose postbus.</param>
/// <param name="BerichtId">The id of the bericht.</param>
/// <param name="Kind">The berichtsoort.</param>
/// <param name="Oordeel">The verdict that the hub sent along.</param>
/// <param name="Content">The bytes, also when the queue held a reference.</param>
/// <param name="AsReference">Whether the queue held a reference.</param>
/// <param name="Bericht">The message as it stood on the queue, or what the list of a postbus over HTTP said, as one.</param>
public sealed record PostbusFind(
    Deelnemer Deelnemer,
    string BerichtId,
    string Kind,
    string Oordeel,
    byte[] Content,
    bool AsReference,
    QueueMessage Bericht
);
