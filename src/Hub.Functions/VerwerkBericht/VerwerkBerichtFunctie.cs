using System.Text.Json;
using Hub.Functions.Envelope;
using Hub.Verwerking;

namespace Hub.Functions.VerwerkBericht;

/// <summary>Processes one message of queue <c>verwerking</c>; the host keeps the order within a session.</summary>
internal sealed class VerwerkBerichtFunctie(BerichtVerwerking verwerking, Volharding volharding) : IEnvelopeFunctie
{
    public string Naam => "VerwerkBericht";

    public string Queue => WerkQueue.Naam;

    public Task RoepAanAsync(JsonElement data, CancellationToken cancellation)
    {
        // dataType binary: the body is base64 and its properties have not been mixed with those of the message.
        var body = data.GetProperty("message").GetBytesFromBase64();
        var opdracht = Werkopdracht.Lees(body) ?? throw new InvalidDataException("The message is not a work item of a version that is known.");
        return volharding.DoeAsync(() => verwerking.VerwerkAsync(opdracht, cancellation), cancellation);
    }
}
