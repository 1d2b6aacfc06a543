using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using Hub.Deelnemers;
using Hub.Functions.Problems;
using Hub.Functions.Toegang;
using Ijw;

namespace Hub.Functions.Api;

/// <summary><c>POST /controle</c>: checks one bericht and stores nothing; JSON, or text for people.</summary>
internal static class PostControle
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/controle", Aanroeper.AlsDeelnemer(HandleAsync));

    private static async Task HandleAsync(HttpContext context, Deelnemer deelnemer)
    {
        var (bron, probleem) = Xmlbron.Open(context.Request);
        if (bron is null)
        {
            await probleem!.SchrijfAsync(context);
            return;
        }

        var resultaat = await ControleerAsync(bron, context.RequestServices.GetRequiredService<Gemeentecodes>(), context.RequestAborted);
        if (resultaat is null)
        {
            await Problemen.TeGroot(ControleOpties.Standaard.MaxBytes).SchrijfAsync(context);
            return;
        }

        if (WilTekst(context.Request))
        {
            context.Response.ContentType = "text/plain; charset=utf-8";
            await context.Response.WriteAsync(Tekst(resultaat), context.RequestAborted);
            return;
        }

        await context.Response.WriteAsJsonAsync(
            ControleAntwoord.Van(resultaat), ApiJson.Default.ControleAntwoord, cancellationToken: context.RequestAborted);
    }

    private static async Task<ControleResultaat?> ControleerAsync(PipeReader bron, Gemeentecodes gemeentecodes, CancellationToken cancellation)
    {
        var controle = new BerichtControle(ControleOpties.Standaard with { Gemeentecodes = gemeentecodes });
        long lengte = 0;
        while (true)
        {
            var gelezen = await bron.ReadAsync(cancellation);
            lengte += gelezen.Buffer.Length;
            var past = lengte <= ControleOpties.Standaard.MaxBytes;
            if (past)
            {
                foreach (var segment in gelezen.Buffer) controle.Feed(segment.Span);
            }

            bron.AdvanceTo(gelezen.Buffer.End);
            if (!past) return null;
            if (gelezen.IsCompleted) return controle.Complete();
        }
    }

    private static bool WilTekst(HttpRequest verzoek)
    {
        var gevraagd = verzoek.GetTypedHeaders().Accept;
        return Voorkeur("text/plain") > Voorkeur("application/json");

        double Voorkeur(string soort) => gevraagd.Where(keus => keus.MediaType == soort).Select(keus => keus.Quality ?? 1).DefaultIfEmpty(0).Max();
    }

    private static string Tekst(ControleResultaat resultaat)
    {
        var tekst = new StringBuilder();
        tekst.Append(resultaat.Soort?.Naam ?? "onbekend").Append(": ").Append(resultaat.Oordeel.Naam());
        if (resultaat.AantalBevindingen > 0)
            tekst.Append(CultureInfo.InvariantCulture, $", {resultaat.AantalBevindingen} {(resultaat.AantalBevindingen == 1 ? "bevinding" : "bevindingen")}");
        tekst.Append('\n');
        foreach (var bevinding in resultaat.Bevindingen)
        {
            tekst.Append(CultureInfo.InvariantCulture, $"  {bevinding.Regel} ({(bevinding.Advies ? "advies, " : "")}niveau {bevinding.Niveau}) {bevinding.Pad}");
            tekst.Append(CultureInfo.InvariantCulture, $", regel {bevinding.Regelnummer}, kolom {bevinding.Kolom}: {bevinding.Tekst}\n");
        }

        return tekst.ToString();
    }
}

/// <summary>The answer on a check.</summary>
internal sealed record ControleAntwoord(string? Berichtsoort, string Oordeel, int AantalBevindingen, IReadOnlyList<Bevinding> Bevindingen)
{
    public static ControleAntwoord Van(ControleResultaat resultaat) =>
        new(resultaat.Soort?.Naam, resultaat.Oordeel.Naam(), resultaat.AantalBevindingen, resultaat.Bevindingen);
}
