using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Hub.Local.Opstarten;

/// <summary>What the hub answered on a bericht.</summary>
/// <param name="Status">HTTP status; 202 when it was taken in.</param>
/// <param name="BerichtId">The id under which it was taken in; null when it was refused.</param>
/// <param name="Tekst">The body: JSON with the oordeel, or the problem.</param>
public sealed record HubAntwoord(int Status, string? BerichtId, string Tekst)
{
    /// <summary>What is wrong with a bericht that was refused.</summary>
    public IReadOnlyList<Vondst> Bevindingen => Vondst.Lees(Json);

    /// <summary>The title of the problem; empty when there is none.</summary>
    public string Titel => Json?["title"]?.GetValue<string>() ?? "";

    // What stands between the client and the hub may answer with something else than JSON.
    private JsonNode? Json
    {
        get
        {
            try
            {
                return JsonNode.Parse(Tekst);
            }
            catch (JsonException)
            {
                return null;
            }
        }
    }
}

/// <summary>Calls the hub over HTTP as one deelnemer.</summary>
public sealed class Hubklant : IDisposable
{
    private static readonly TimeSpan Tussenpoos = TimeSpan.FromMilliseconds(50);

    private readonly HttpClient _http;
    private readonly TimeProvider _tijd;

    /// <summary>A client for the hub at <paramref name="adres"/>; without a token it can ask only after its health.</summary>
    public Hubklant(Uri adres, string? token, TimeProvider tijd)
    {
        _tijd = tijd;
        _http = new HttpClient { BaseAddress = adres, Timeout = Limits.Longest };
        if (token is not null) _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    /// <summary>Sends one bericht.</summary>
    public async Task<HubAntwoord> StuurAsync(byte[] inhoud, bool gzip, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(inhoud);
        using var lichaam = new ByteArrayContent(gzip ? Comprimeer(inhoud) : inhoud);
        lichaam.Headers.ContentType = new MediaTypeHeaderValue("application/xml");
        if (gzip) lichaam.Headers.ContentEncoding.Add("gzip");
        // In chunks: a body with a Content-Length is read into memory by the Functions host before the app sees any of it.
        using var verzoek = new HttpRequestMessage(HttpMethod.Post, new Uri("berichten", UriKind.Relative)) { Content = lichaam };
        verzoek.Headers.TransferEncodingChunked = true;
        using var antwoord = await _http.SendAsync(verzoek, cancellation).ConfigureAwait(false);
        var tekst = await antwoord.Content.ReadAsStringAsync(cancellation).ConfigureAwait(false);
        var id = antwoord.StatusCode == HttpStatusCode.Accepted ? antwoord.Headers.Location?.ToString().Split('/')[^1] : null;
        return new HubAntwoord((int)antwoord.StatusCode, id, tekst);
    }

    /// <summary>The status of a bericht; null when this deelnemer cannot see it.</summary>
    public async Task<Berichtstand?> StandAsync(string berichtId, CancellationToken cancellation)
    {
        using var antwoord = await _http.GetAsync(new Uri($"berichten/{berichtId}", UriKind.Relative), cancellation).ConfigureAwait(false);
        if (antwoord.StatusCode == HttpStatusCode.NotFound) return null;
        antwoord.EnsureSuccessStatusCode();
        return Berichtstand.Lees(await antwoord.Content.ReadAsStringAsync(cancellation).ConfigureAwait(false));
    }

    /// <summary>Asks after a bericht until it has been processed; gives its last status when that takes longer than <paramref name="grens"/>.</summary>
    public async Task<Berichtstand?> WachtOpVerwerktAsync(string berichtId, TimeSpan grens, CancellationToken cancellation)
    {
        var begin = _tijd.GetTimestamp();
        while (true)
        {
            var stand = await StandAsync(berichtId, cancellation).ConfigureAwait(false);
            if (stand?.Verwerkt is not null || _tijd.GetElapsedTime(begin) > grens) return stand;
            await Task.Delay(Tussenpoos, _tijd, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>The bytes of a bericht.</summary>
    public Task<byte[]> InhoudAsync(string berichtId, CancellationToken cancellation) =>
        _http.GetByteArrayAsync(new Uri($"berichten/{berichtId}/inhoud", UriKind.Relative), cancellation);

    /// <summary>What waits in the postbus of this deelnemer, oldest first, as far as one answer holds it.</summary>
    public async Task<IReadOnlyList<JsonObject>> PostbusAsync(CancellationToken cancellation) => (await PostbusAsync(null, cancellation).ConfigureAwait(false)).Stukken;

    /// <summary>What waits in the postbus of this deelnemer behind <paramref name="na"/> (null = all of it), and the cursor to read on with.</summary>
    public async Task<(IReadOnlyList<JsonObject> Stukken, string? Cursor)> PostbusAsync(string? na, CancellationToken cancellation)
    {
        var vraag = na is null ? "postbus" : "postbus?na=" + Uri.EscapeDataString(na);
        var antwoord = JsonNode.Parse(await _http.GetStringAsync(new Uri(vraag, UriKind.Relative), cancellation).ConfigureAwait(false))!;
        return ([.. antwoord["poststukken"]!.AsArray().Select(stuk => stuk!.AsObject())], antwoord["cursor"]?.GetValue<string>());
    }

    /// <summary>Says that this deelnemer has a poststuk.</summary>
    public async Task BevestigAsync(string poststukId, CancellationToken cancellation)
    {
        using var antwoord = await _http.DeleteAsync(new Uri("postbus/" + poststukId, UriKind.Relative), cancellation).ConfigureAwait(false);
        antwoord.EnsureSuccessStatusCode();
    }

    /// <summary>Returns when the hub and all that it depends on are ready; throws <see cref="OpstartException"/> when that takes too long.</summary>
    public async Task WachtTotGereedAsync(CancellationToken cancellation)
    {
        var begin = _tijd.GetTimestamp();
        while (true)
        {
            var (gereed, waarom) = await IsGereedAsync(cancellation).ConfigureAwait(false);
            if (gereed) return;
            if (_tijd.GetElapsedTime(begin) > Limits.Longest)
                throw new OpstartException($"De hub was niet gereed binnen {Limits.Longest.TotalMinutes:0} minuten: {waarom}");
            await Task.Delay(Tussenpoos, _tijd, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Ends the connections.</summary>
    public void Dispose() => _http.Dispose();

    private async Task<(bool Gereed, string Waarom)> IsGereedAsync(CancellationToken cancellation)
    {
        try
        {
            using var antwoord = await _http.GetAsync(new Uri("health/ready", UriKind.Relative), cancellation).ConfigureAwait(false);
            return (antwoord.IsSuccessStatusCode, $"GET /health/ready gaf {(int)antwoord.StatusCode}.");
        }
        catch (HttpRequestException fout)
        {
            return (false, fout.Message);
        }
    }

    private static byte[] Comprimeer(byte[] inhoud)
    {
        using var doel = new MemoryStream();
        using (var gzip = new GZipStream(doel, CompressionLevel.Fastest)) gzip.Write(inhoud);
        return doel.ToArray();
    }
}
