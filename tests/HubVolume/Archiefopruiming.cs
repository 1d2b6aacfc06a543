using System.Collections.Concurrent;
using Azure.Storage.Blobs;

namespace HubVolume;

/// <summary>Takes what was delivered a while ago out of the archive, as its retention would in time.</summary>
/// <remarks>Azurite looks through all the blobs it has at every call, so with tens of thousands of them it is all that would be measured.</remarks>
/// <param name="opslag">The connection string of the storage.</param>
/// <param name="rust">How many of the last stay: the hub may still be busy with what it delivered just now.</param>
internal sealed class Archiefopruiming(string opslag, int rust)
{
    private readonly BlobServiceClient _archief = new(opslag);
    private readonly ConcurrentQueue<string> _afgeleverd = new();

    /// <summary>Notes a delivery, by where its bytes are (<c>container/blob</c>), and removes those that have rested.</summary>
    public async Task NaAfleveringAsync(string archiefplaats, CancellationToken cancellation)
    {
        _afgeleverd.Enqueue(archiefplaats);
        while (_afgeleverd.Count > rust && _afgeleverd.TryDequeue(out var plaats))
        {
            var delen = plaats.Split('/', 2);
            await _archief.GetBlobContainerClient(delen[0]).DeleteBlobIfExistsAsync(delen[1], cancellationToken: cancellation);
        }
    }
}
