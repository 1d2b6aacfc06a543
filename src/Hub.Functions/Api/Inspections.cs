using Hub.Deelnemers;
using Hub.Functions.Access;
using Hub.Inspection;

namespace Hub.Functions.Api;

/// <summary>
/// Writes down who gets at the content of a bericht, before it is given; when that can't be written, nothing is given (503).
/// </summary>
internal static class Inspections
{
    public static Task NoteAsync(HttpContext context, string berichtId, Deelnemer? deelnemer, string what)
    {
        var services = context.RequestServices;
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var inspection = new Inspection.Inspection(berichtId, deelnemer?.Code ?? Caller.AdminRole, Caller.Application(context), what, now);
        return services.GetRequiredService<IInspectionLog>().NoteAsync(inspection, context.RequestAborted);
    }
}
