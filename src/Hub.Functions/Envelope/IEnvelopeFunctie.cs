using System.Text.Json;

namespace Hub.Functions.Envelope;

/// <summary>A function that the host calls with its envelope; one per folder with a function.json.</summary>
internal interface IEnvelopeFunctie
{
    /// <summary>The name of the function: that of its folder, and the path at which the host calls it.</summary>
    string Naam { get; }

    /// <summary>The queue whose messages it gets; null when something else starts it.</summary>
    string? Queue => null;

    /// <summary>Does the work; throwing means that the host must try again.</summary>
    /// <param name="data">The member <c>Data</c> of the envelope. Metadata is not given: a body can forge it.</param>
    /// <param name="cancellation">The host went away.</param>
    Task RoepAanAsync(JsonElement data, CancellationToken cancellation);
}
