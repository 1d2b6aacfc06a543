using Hub.Deelnemers;
using Hub.Functions.Access;
using Hub.Functions.Problems;
using Hub.Postbus;

namespace Hub.Functions.Api;

/// <summary><c>DELETE /postbus/{id}</c>: the caller has it, so it waits no more; of other postbussen nothing is touched.</summary>
internal static class DeletePoststuk
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapDelete("/postbus/{id}", Caller.AsDeelnemer(HandleAsync));

    private static async Task HandleAsync(HttpContext context, Deelnemer deelnemer)
    {
        var postbus = context.RequestServices.GetRequiredService<IPostbus>();
        var id = context.Request.RouteValues["id"] as string;
        if (Poststuk.IsId(id) && await postbus.ConfirmAsync(deelnemer.Code, id!, context.RequestAborted))
        {
            context.Response.StatusCode = StatusCodes.Status204NoContent;
        }
        else
        {
            await KnownProblems.NotFound.WriteAsync(context);
        }
    }
}
