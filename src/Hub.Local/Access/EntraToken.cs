using System.Security.Claims;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Hub.Local.Access;

/// <summary>
/// What Entra writes in the access token of an application (client credentials), by its version
/// (learn.microsoft.com/entra/identity-platform/access-token-claims-reference).
/// </summary>
/// <param name="ClientId">The client id of the API: the <c>aud</c> of version 2.</param>
/// <param name="IdentifierUri">The Application ID URI of the API: the <c>aud</c> of version 1, when the caller asked by it.</param>
/// <param name="IssuerV1">The <c>iss</c> of version 1; at Entra <c>https://sts.windows.net/&lt;tenant&gt;/</c>.</param>
/// <param name="IssuerV2">The <c>iss</c> of version 2; at Entra <c>https://login.microsoftonline.com/&lt;tenant&gt;/v2.0</c>.</param>
internal sealed record EntraToken(string ClientId, string IdentifierUri, string IssuerV1, string IssuerV2)
{
    private const string Tenant = "00000000-0000-4000-8000-00000000aaaa";

    /// <summary>A token, not yet signed.</summary>
    /// <param name="version">Its version.</param>
    /// <param name="appId">The client id of the caller; null leaves it out, which Entra never does.</param>
    /// <param name="roles">The app roles that the caller was given.</param>
    public SecurityTokenDescriptor Describe(TokenVersion version, string? appId, IEnumerable<string> roles)
    {
        var v2 = version == TokenVersion.V2;
        var claims = new List<Claim> { new("ver", v2 ? "2.0" : "1.0"), new("tid", Tenant), new("idtyp", "app") };
        if (appId is not null)
        {
            claims.Add(new Claim(v2 ? "azp" : "appid", appId));
        }
        claims.AddRange(roles.Select(role => new Claim("roles", role)));
        return new SecurityTokenDescriptor
        {
            Issuer = v2 ? IssuerV2 : IssuerV1,
            Audience = v2 ? ClientId : IdentifierUri,
            Subject = new ClaimsIdentity(claims),
        };
    }

    /// <summary>Signs it.</summary>
    public static string Sign(SecurityTokenDescriptor token, SecurityKey key)
    {
        token.SigningCredentials = new SigningCredentials(key, SecurityAlgorithms.RsaSha256);
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(token);
    }
}
