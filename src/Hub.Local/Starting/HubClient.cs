using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace Hub.Local.Starting;

/// <summary>Calls the hub over HTTP as one deelnemer.</summary>
public sealed class HubClient : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);

    private readonly HttpClient _http;
    private readonly TimeProvider _time;

    /// <summary>A client for the hub at <paramref name="address"/>; without a token it can ask only after its health.</summary>
    public HubClient(Uri address, string? token, TimeProvider time)
    {
        _time = time;
        _http = new HttpClient { BaseAddress = address, Timeout = Limits.Longest };
        if (token is not null)
        {
            _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }
    }

    /// <summary>Sends one bericht.</summary>
    public async Task<HubAnswer> SendAsync(byte[] content, bool gzip, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(content);
        using var body = new ByteArrayContent(gzip ? Compress(content) : content);
        body.Headers.ContentType = new MediaTypeHeaderValue("application/xml");
        if (gzip)
        {
            body.Headers.ContentEncoding.Add("gzip");
        }
        // In chunks: a body with a Content-Length is read into memory by the Functions host before the app sees any of it.
        using var verzoek = new HttpRequestMessage(HttpMethod.Post, new Uri("berichten", UriKind.Relative)) { Content = body };
        verzoek.Headers.TransferEncodingChunked = true;
        using var answer = await _http.SendAsync(verzoek, cancellation).ConfigureAwait(false);
        var text = await answer.Content.ReadAsStringAsync(cancellation).ConfigureAwait(false);
        var id = answer.StatusCode == HttpStatusCode.Accepted ? answer.Headers.Location?.ToString().Split('/')[^1] : null;
        return new HubAnswer((int)answer.StatusCode, id, text);
    }

    /// <summary>The status of a bericht; null when this deelnemer cannot see it.</summary>
    public async Task<BerichtState?> StateAsync(string berichtId, CancellationToken cancellation)
    {
        using var answer = await _http.GetAsync(new Uri($"berichten/{berichtId}", UriKind.Relative), cancellation).ConfigureAwait(false);
        if (answer.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
        answer.EnsureSuccessStatusCode();
        return BerichtState.Read(await answer.Content.ReadAsStringAsync(cancellation).ConfigureAwait(false));
    }

    /// <summary>
    /// Asks after a bericht until it has been processed; gives its last status when that takes longer than <paramref name="limit"/>.
    /// </summary>
    public async Task<BerichtState?> WaitForProcessedAsync(string berichtId, TimeSpan limit, CancellationToken cancellation)
    {
        var begin = _time.GetTimestamp();
        while (true)
        {
            var state = await StateAsync(berichtId, cancellation).ConfigureAwait(false);
            if (state?.Processed is not null || _time.GetElapsedTime(begin) > limit)
            {
                return state;
            }
            await Task.Delay(Interval, _time, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>The bytes of a bericht.</summary>
    public Task<byte[]> ContentAsync(string berichtId, CancellationToken cancellation) =>
        _http.GetByteArrayAsync(new Uri($"berichten/{berichtId}/inhoud", UriKind.Relative), cancellation);

    /// <summary>What waits in the postbus of this deelnemer, oldest first, as far as one answer holds it.</summary>
    public async Task<IReadOnlyList<JsonObject>> PostbusAsync(CancellationToken cancellation) =>
        (await PostbusAsync(null, cancellation).ConfigureAwait(false)).Pieces;

    /// <summary>
    /// What waits in the postbus of this deelnemer behind <paramref name="after"/> (null = all of it), and the cursor to read on with.
    /// </summary>
    public async Task<(IReadOnlyList<JsonObject> Pieces, string? Cursor)> PostbusAsync(string? after, CancellationToken cancellation)
    {
        var question = after is null ? "postbus" : "postbus?na=" + Uri.EscapeDataString(after);
        var answer = JsonNode.Parse(await _http.GetStringAsync(new Uri(question, UriKind.Relative), cancellation).ConfigureAwait(false))!;
        return ([.. answer["poststukken"]!.AsArray().Select(piece => piece!.AsObject())], answer["cursor"]?.GetValue<string>());
    }

    /// <summary>Says that this deelnemer has a poststuk.</summary>
    public async Task ConfirmAsync(string poststukId, CancellationToken cancellation)
    {
        using var answer = await _http.DeleteAsync(new Uri("postbus/" + poststukId, UriKind.Relative), cancellation).ConfigureAwait(false);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>
    /// Returns when the hub and all that it depends on are ready; throws <see cref="StartException"/> when that takes too long.
    /// </summary>
    public async Task WaitUntilReadyAsync(CancellationToken cancellation)
    {
        var begin = _time.GetTimestamp();
        while (true)
        {
            var (ready, why) = await IsReadyAsync(cancellation).ConfigureAwait(false);
            if (ready)
            {
                return;
            }
            if (_time.GetElapsedTime(begin) > Limits.Longest)
            {
                throw new StartException($"De hub was niet gereed binnen {Limits.Longest.TotalMinutes:0} minuten: {why}");
            }
            await Task.Delay(Interval, _time, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Ends the connections.</summary>
    public void Dispose() => _http.Dispose();

    private async Task<(bool Ready, string Why)> IsReadyAsync(CancellationToken cancellation)
    {
        try
        {
            using var answer = await _http.GetAsync(new Uri("health/ready", UriKind.Relative), cancellation).ConfigureAwait(false);
            return (answer.IsSuccessStatusCode, $"GET /health/ready gaf {(int)answer.StatusCode}.");
        }
        catch (HttpRequestException fault)
        {
            return (false, fault.Message);
        }
    }

    private static byte[] Compress(byte[] content)
    {
        using var target = new MemoryStream();
        using (var gzip = new GZipStream(target, CompressionLevel.Fastest))
        {
            gzip.Write(content);
        }
        return target.ToArray();
    }
}
