using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Hub.Functions.Tests.Gedeeld;

/// <summary>An issuer of tokens on loopback, found through OIDC discovery as Entra is.</summary>
internal sealed class Tokenuitgever : IAsyncDisposable
{
    public const string Publiek = "api://ijw-hub";

    private readonly RSA _rsa = RSA.Create(2048);
    private WebApplication? _web;

    public string Adres { get; private set; } = "";

    public string Metadata => Adres + "/.well-known/openid-configuration";

    public async Task StartAsync()
    {
        var bouw = WebApplication.CreateSlimBuilder();
        bouw.WebHost.UseUrls("http://127.0.0.1:0");
        bouw.Logging.ClearProviders();
        _web = bouw.Build();
        var sleutel = _rsa.ExportParameters(false);
        _web.MapGet("/.well-known/openid-configuration", () => Results.Text($$"""{"issuer":"{{Adres}}","jwks_uri":"{{Adres}}/sleutels"}""", "application/json"));
        _web.MapGet("/sleutels", () => Results.Text(
            $$"""{"keys":[{"kty":"RSA","use":"sig","kid":"k1","n":"{{Base64UrlEncoder.Encode(sleutel.Modulus)}}","e":"{{Base64UrlEncoder.Encode(sleutel.Exponent)}}"}]}""",
            "application/json"));
        await _web.StartAsync();
        Adres = _web.Urls.Single();
    }

    public string Token(
        string? appId, string rol = "Berichten.Uitwisselen", string appClaim = "azp", string? publiek = null, string? uitgever = null, RSA? sleutel = null, int minuten = 10)
    {
        var nu = TimeProvider.System.GetUtcNow().UtcDateTime;
        var identiteit = new ClaimsIdentity([new Claim("roles", rol)]);
        if (appId is not null) identiteit.AddClaim(new Claim(appClaim, appId));
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = uitgever ?? Adres,
            Audience = publiek ?? Publiek,
            NotBefore = nu.AddHours(-1),
            IssuedAt = nu.AddHours(-1),
            Expires = nu.AddMinutes(minuten),
            Subject = identiteit,
            SigningCredentials = new SigningCredentials(new RsaSecurityKey(sleutel ?? _rsa) { KeyId = "k1" }, SecurityAlgorithms.RsaSha256),
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (_web is not null) await _web.DisposeAsync();
        _rsa.Dispose();
    }
}
