using System.Security.Claims;
using Hub.Deelnemers;

namespace Hub.Functions.Tokens;

/// <summary>Whose token it is, by its claims alone.</summary>
internal static class TokenCaller
{
    /// <summary>The app role that lets an application exchange berichten.</summary>
    public const string Role = "Berichten.Uitwisselen";

    /// <summary>The deelnemer of a token: it has the role, and its application (azp) belongs to one; null when there is none.</summary>
    public static Deelnemer? Of(ClaimsPrincipal token, DeelnemerList deelnemers) =>
        token.HasClaim("roles", Role) ? deelnemers.WithAppId(token.FindFirstValue("azp")) : null;
}
