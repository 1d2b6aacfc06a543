using System.Diagnostics;
using System.Text.RegularExpressions;
using Hub;
using Hub.Azure;
using Hub.Azure.Table;
using Hub.Local.Opslag;
using Hub.Local.Opstarten;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace RegionYear;

/// <summary>A whole hub for a region, with a proxy before each storage service; the register of every pair is complete, for nothing came before.</summary>
internal sealed partial class Proefregio : IAsyncDisposable
{
    private readonly Dictionary<int, double> _before = [];
    private readonly DirectoryInfo _map = Directory.CreateTempSubdirectory("regio-");

    public HubOmgeving Omgeving { get; private set; } = null!;

    public Telproxy Blobs { get; private set; } = null!;

    public Telproxy Tabellen { get; private set; } = null!;

    /// <param name="regio">The region.</param>
    /// <param name="inGeheugen">Whether the storage keeps all in memory: it can't be stopped then.</param>
    /// <param name="cancellation">Stops the start.</param>
    public static async Task<Proefregio> StartAsync(Regio regio, bool inGeheugen, CancellationToken cancellation)
    {
        var proef = new Proefregio();
        var deelnemers = Path.Combine(proef._map.FullName, "deelnemers.json");
        await File.WriteAllTextAsync(deelnemers, regio.Deelnemers(), cancellation);
        proef.Omgeving = await HubOmgeving.StartAsync(
            new HubOmgevingOpties
            {
                Toestandsmap = Projectpaden.Toestandsmap(),
                Werkmap = proef._map.FullName,
                Deelnemers = deelnemers,
                VerseGegevens = true,
                // On disk Azurite would write the index of all its blobs and rows anew every few seconds, and that is all that would be measured.
                OpslagInGeheugen = inGeheugen,
                Logniveau = LogLevel.Warning,
                MaxHerstarts = 1000,
                AppInstellingen = new Dictionary<string, string> { ["Bewaking__OudWerk"] = "00:00:01" },
                Opslagverbinding = async (azurite, stop) =>
                {
                    proef.Blobs = await Telproxy.StartAsync(verzoek => "blob " + verzoek.Method, azurite.BlobAdres, stop);
                    proef.Tabellen = await Telproxy.StartAsync(Tabelsoort, azurite.TableAdres, stop);
                    return Azurite.Verbinding(proef.Blobs.Adres, proef.Tabellen.Adres);
                },
            },
            cancellation);
        var compleetheid = new TableCompleetheid(Opslagaccount.Met(proef.Omgeving.Opslagverbinding));
        foreach (var (gemeente, aanbieder) in Enumerable.Range(0, regio.Clienten).Select(regio.Van).Distinct())
            await compleetheid.ZetAsync(new Paar(Regio.Gemeente(gemeente), Regio.Aanbieder(aanbieder)), true, cancellation);
        foreach (var process in (int?[])[proef.Omgeving.Host.WorkerProcessId, proef.Omgeving.Azurite.ProcesId]) proef._before[process ?? 0] = Used(process);
        return proef;
    }

    /// <summary>The processor time of a process since the region began, in ms.</summary>
    public double Processor(int? process) => Used(process) - _before.GetValueOrDefault(process ?? 0);

    public async ValueTask DisposeAsync()
    {
        await Omgeving.DisposeAsync();
        await Blobs.DisposeAsync();
        await Tabellen.DisposeAsync();
        _map.Delete(recursive: true);
    }

    private static double Used(int? process)
    {
        if (process is not { } id) return 0;
        using var found = Process.GetProcessById(id);
        return found.TotalProcessorTime.TotalMilliseconds;
    }

    private static string Tabelsoort(HttpRequest verzoek)
    {
        var tabel = Tabelnaam().Match(verzoek.Path.Value ?? "").Groups[1].Value;
        if (tabel == "$batch") return "tabel batch";
        if (verzoek.Method != "GET") return $"tabel {tabel} schrijf";
        return verzoek.Query.ContainsKey("$filter") ? $"tabel {tabel} query" : $"tabel {tabel} lees";
    }

    [GeneratedRegex(@"^/[^/]+/([^/(]+)")]
    private static partial Regex Tabelnaam();
}
