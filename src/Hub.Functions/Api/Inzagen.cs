using Hub.Deelnemers;
using Hub.Functions.Toegang;
using Hub.Inzage;

namespace Hub.Functions.Api;

/// <summary>Writes down who gets at the content of a bericht, before it is given; when that can't be written, nothing is given (503).</summary>
internal static class Inzagen
{
    public static Task NoteerAsync(HttpContext context, string berichtId, Deelnemer? deelnemer, string wat)
    {
        var diensten = context.RequestServices;
        var nu = diensten.GetRequiredService<TimeProvider>().GetUtcNow();
        var inzage = new Inzage.Inzage(berichtId, deelnemer?.Code ?? Aanroeper.Beheerrol, Aanroeper.Applicatie(context), wat, nu);
        return diensten.GetRequiredService<IInzagelog>().NoteerAsync(inzage, context.RequestAborted);
    }
}
