using System.Globalization;
using Hub.Berichten;
using Hub.Deelnemers;
using Hub.Functions.Problems;
using Hub.Functions.Toegang;
using Hub.Ontvangst;

namespace Hub.Functions.Api;

/// <summary><c>POST /berichten</c>: takes in one bericht.</summary>
internal static class PostBerichten
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/berichten", Aanroeper.AlsDeelnemer(HandleAsync));

    private static async Task HandleAsync(HttpContext context, Deelnemer deelnemer)
    {
        var (bron, probleem) = Xmlbron.Open(context.Request);
        if (bron is null)
        {
            await probleem!.SchrijfAsync(context);
            return;
        }

        var ontvangst = context.RequestServices.GetRequiredService<BerichtOntvangst>();
        var uitkomst = await ontvangst.NeemAanAsync(bron, deelnemer, context.RequestAborted);
        await (uitkomst switch
        {
            OntvangstUitkomst.Aangenomen aangenomen => AanvaardAsync(context, aangenomen),
            OntvangstUitkomst.Geweigerd geweigerd => Problemen.GeenBericht(geweigerd).SchrijfAsync(context),
            OntvangstUitkomst.TooManyRefused geweigerd => TooManyRefusedAsync(context, geweigerd),
            OntvangstUitkomst.TeGroot teGroot => Problemen.TeGroot(teGroot.MaxBytes).SchrijfAsync(context),
            OntvangstUitkomst.NietNamensVerzender => Problemen.NietNamensVerzender.SchrijfAsync(context),
            OntvangstUitkomst.OnbekendeGeadresseerde => Problemen.OnbekendeGeadresseerde.SchrijfAsync(context),
            _ => throw new InvalidOperationException("An outcome without an answer."),
        });
    }

    private static Task TooManyRefusedAsync(HttpContext context, OntvangstUitkomst.TooManyRefused geweigerd)
    {
        context.Response.Headers.RetryAfter = Math.Ceiling(Math.Max(1, geweigerd.Wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return Problemen.TooManyRefused(geweigerd).SchrijfAsync(context);
    }

    private static Task AanvaardAsync(HttpContext context, OntvangstUitkomst.Aangenomen aangenomen)
    {
        var adres = "/berichten/" + aangenomen.Bericht.BerichtId;
        context.Response.StatusCode = StatusCodes.Status202Accepted;
        context.Response.Headers.Location = adres;
        return context.Response.WriteAsJsonAsync(
            AangenomenAntwoord.Van(aangenomen.Bericht, adres), ApiJson.Default.AangenomenAntwoord, cancellationToken: context.RequestAborted);
    }
}

/// <summary>The answer on a bericht that was taken in.</summary>
internal sealed record AangenomenAntwoord(string BerichtId, string Berichtsoort, string Oordeel, int AantalBevindingen, string Status)
{
    public static AangenomenAntwoord Van(BerichtStatus bericht, string adres) =>
        new(bericht.BerichtId, bericht.Kop.Soort.Naam, bericht.Oordeel.Naam(), bericht.AantalBevindingen, adres);
}
