using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Hub.Functions.Access;

/// <summary>
/// Header <c>crit</c> lists extensions that whoever checks the token must understand (RFC 7515, 4.1.11). This hub understands none, an
/// empty list or anything else than a list may not be, and the library does not look: so no token with it counts.
/// </summary>
internal static class CriticalHeader
{
    /// <summary>Whether the token has it.</summary>
    public static bool IsOn(SecurityToken token)
    {
        if (token is not JsonWebToken jwt)
        {
            return true;
        }
        using var header = JsonDocument.Parse(Base64UrlEncoder.DecodeBytes(jwt.EncodedHeader));
        return header.RootElement.TryGetProperty("crit", out _);
    }
}
