using System.Globalization;
using System.Security.Claims;
using Hub.Deelnemers;
using Hub.Functions.Problems;
using Hub.Functions.Tokens;
using Microsoft.AspNetCore.Authentication;

namespace Hub.Functions.Access;

/// <summary>Knows who calls: a deelnemer, by its token.</summary>
internal static class Caller
{
    /// <summary>The app role of who looks after the hub; it opens no bericht.</summary>
    public const string AdminRole = "Hub.Beheren";

    /// <summary>A handler that runs only for a deelnemer; anyone else gets 401 or 403.</summary>
    public static RequestDelegate AsDeelnemer(Func<HttpContext, Deelnemer, Task> handler) =>
        async context =>
        {
            if (await SignUpAsync(context) is not { } token)
            {
                return;
            }
            if (Of(context, token) is not { } deelnemer)
            {
                await KnownProblems.NoAccess.WriteAsync(context);
            }
            else if (await MayGoOnAsync(context, deelnemer.Code))
            {
                await handler(context, deelnemer);
            }
        };

    /// <summary>A handler that runs for a deelnemer, or for the beheerder: then without one.</summary>
    public static RequestDelegate AsDeelnemerOrOperator(Func<HttpContext, Deelnemer?, Task> handler) =>
        async context =>
        {
            if (await SignUpAsync(context) is not { } token)
            {
                return;
            }
            var isOperator = token.HasClaim("roles", AdminRole);
            var deelnemer = isOperator ? null : Of(context, token);
            if (!isOperator && deelnemer is null)
            {
                await KnownProblems.NoAccess.WriteAsync(context);
            }
            else if (await MayGoOnAsync(context, deelnemer?.Code ?? AdminRole))
            {
                await handler(context, deelnemer);
            }
        };

    /// <summary>The application of who calls, by its id; empty when the token names none.</summary>
    public static string Application(HttpContext context) => context.User.FindFirstValue("azp") ?? "";

    private static Deelnemer? Of(HttpContext context, ClaimsPrincipal token) =>
        TokenCaller.Of(token, context.RequestServices.GetRequiredService<DeelnemerList>());

    // Who asks too much gets the answer here.
    private static async Task<bool> MayGoOnAsync(HttpContext context, string who)
    {
        var (may, wait) = context.RequestServices.GetRequiredService<RequestLimit>().Take(who);
        if (may)
        {
            return true;
        }
        context.Response.Headers.RetryAfter = Math.Ceiling(Math.Max(1, wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        await KnownProblems.TooManyVerzoeken.WriteAsync(context);
        return false;
    }

    // Without a valid token the answer is written here.
    private static async Task<ClaimsPrincipal?> SignUpAsync(HttpContext context)
    {
        var registration = await context.AuthenticateAsync();
        if (registration.Succeeded)
        {
            return context.User = registration.Principal;
        }
        if (registration.Failure is not null)
        {
            await IssuerKeys.EnsureAsync(context, registration.Failure);
        }
        await RefuseAsync(context, registration.Failure is { } failure ? TokenFault.Of(failure) : null);
        return null;
    }

    // RFC 6750, 3.1: who showed no token is only told how to; who did, also what is wrong with it.
    private static Task RefuseAsync(HttpContext context, TokenFault? fault)
    {
        context.Response.Headers.WWWAuthenticate = fault is null
            ? "Bearer"
            : $"Bearer error=\"invalid_token\", error_description=\"{fault.Fault}\"";
        var problem = KnownProblems.NotRegistered;
        return (fault is null ? problem : problem with { Detail = $"{fault.Fault} {fault.Remedy}" }).WriteAsync(context);
    }
}
