using System.Globalization;

namespace RegionYear;

/// <summary>The figures of a run, as a page of docs has them.</summary>
internal static class Verslag
{
    public static IEnumerable<string> Van(Regio regio, Uitslag uitslag, Proefregio proef)
    {
        var tellingen = proef.Blobs.Tellingen.Concat(proef.Tabellen.Tellingen).OrderByDescending(telling => telling.Value).ToList();
        var totaal = tellingen.Sum(telling => telling.Value);
        yield return Regel($"{regio.Gemeenten} gemeenten, {regio.Aanbieders} aanbieders, {regio.Clienten:N0} clients, {regio.Maanden} months");
        yield return Regel($"{uitslag.Berichten:N0} berichten sent, {uitslag.Postbussen.Values.Sum(postbus => postbus.Count):N0} in postbussen, {uitslag.Dubbel} twice");
        yield return Regel($"{uitslag.Duur:hh\\:mm\\:ss}, {uitslag.Berichten / uitslag.Duur.TotalSeconds:0.0} berichten per second");
        yield return Regel($"{totaal:N0} calls to the storage, {(double)totaal / uitslag.Berichten:0.0} per bericht");
        yield return Regel($"processor time per bericht: app {proef.Processor(proef.Omgeving.Host.WorkerProcessId) / uitslag.Berichten:0.0} ms, Azurite {proef.Processor(proef.Omgeving.Azurite.ProcesId) / uitslag.Berichten:0.0} ms");
        foreach (var (soort, aantal) in tellingen) yield return Regel($"  {soort,-28} {(double)aantal / uitslag.Berichten,6:0.00} per bericht");
        yield return "answers:";
        foreach (var (soort, aantal) in uitslag.Codes.OrderBy(code => code.Key, StringComparer.Ordinal)) yield return Regel($"  {soort,-24} {aantal,8:N0}");
    }

    private static string Regel(FormattableString tekst) => tekst.ToString(CultureInfo.InvariantCulture);
}
