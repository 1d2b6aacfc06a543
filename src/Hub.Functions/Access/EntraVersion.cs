using System.Security.Claims;

namespace Hub.Functions.Access;

/// <summary>
/// Entra has two kinds of access token, and the registration of who is called chooses (<c>requestedAccessTokenVersion</c>). The hub takes
/// version 2: its
/// <c>aud</c> is always a client id and its caller stands in <c>azp</c>. A token that mixes the two is nobody's.
/// </summary>
internal static class EntraVersion
{
    private const string Taken = "2.0";

    /// <summary>Whether the token says that it is of version 2.</summary>
    public static bool IsTaken(ClaimsPrincipal? token) => token?.FindFirstValue("ver") == Taken;
}
