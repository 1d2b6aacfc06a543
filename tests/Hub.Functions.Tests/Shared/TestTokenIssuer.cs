using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Hub.Local.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;

namespace Hub.Functions.Tests.Shared;

/// <summary>
/// An issuer of tokens on loopback, found through OIDC discovery as Entra is; its tokens are by Entra's rules (<see cref="EntraToken"/>).
/// </summary>
internal sealed class TestTokenIssuer : IAsyncDisposable
{
    /// <summary>The client id of the hub.</summary>
    public const string ClientId = "00000000-0000-4000-8000-0000000000c1";

    /// <summary>The Application ID URI of the hub.</summary>
    public const string IdentifierUri = "api://ijw-hub";

    /// <summary>The secret of every application.</summary>
    public const string Secret = "geheim";

    private RSA _rsa = RSA.Create(2048);
    private int _key = 1;
    private WebApplication? _web;

    /// <summary>How often the keys were asked for.</summary>
    public int Requests { get; private set; }

    public string Address { get; private set; } = "";

    public string Metadata => Address + "/.well-known/openid-configuration";

    public async Task StartAsync()
    {
        var build = WebApplication.CreateSlimBuilder();
        build.WebHost.UseUrls("http://127.0.0.1:0");
        build.Logging.ClearProviders();
        _web = build.Build();
        _web.MapGet(
            "/.well-known/openid-configuration",
            () => Results.Text($$"""{"issuer":"{{Address}}","jwks_uri":"{{Address}}/sleutels"}""", "application/json")
        );
        _web.MapGet(
            "/sleutels",
            () =>
            {
                Requests++;
                var key = _rsa.ExportParameters(false);
                var (modulus, exponent) = (Base64UrlEncoder.Encode(key.Modulus), Base64UrlEncoder.Encode(key.Exponent));
                return Results.Text(
                    $$"""{"keys":[{"kty":"RSA","use":"sig","kid":"k{{_key}}","n":"{{modulus}}","e":"{{exponent}}"}]}""",
                    "application/json"
                );
            }
        );
        // Client credentials, as Entra takes them.
        _web.MapPost(
            "/token",
            async (HttpContext context) =>
            {
                var form = await context.Request.ReadFormAsync();
                return
                    form["grant_type"] == "client_credentials" && form["client_secret"] == Secret && form["scope"] == ClientId + "/.default"
                    ? Results.Text(
                        $$"""{"token_type":"Bearer","expires_in":600,"access_token":"{{Token(form["client_id"])}}"}""",
                        "application/json"
                    )
                    : Results.BadRequest();
            }
        );
        await _web.StartAsync();
        Address = _web.Urls.Single();
    }

    /// <summary>From now on another key signs, and the one before is gone.</summary>
    public void Rotate()
    {
        _rsa.Dispose();
        _rsa = RSA.Create(2048);
        _key++;
    }

    /// <summary>The issuer of version 1 tokens.</summary>
    public string IssuerV1 => Address.Replace("127.0.0.1", "sts.localhost", StringComparison.Ordinal) + "/";

    public string Token(
        string? appId,
        string role = "Berichten.Uitwisselen",
        string? isPublic = null,
        string? issuer = null,
        RSA? key = null,
        int minutes = 10,
        TimeSpan? expired = null,
        TimeSpan? from = null,
        string? kid = null,
        TokenVersion version = TokenVersion.V2,
        string? ver = null
    )
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var token = new EntraToken(ClientId, IdentifierUri, IssuerV1, Address).Describe(version, appId, [role]);
        token.Issuer = issuer ?? token.Issuer;
        token.Audience = isPublic ?? token.Audience;
        token.NotBefore = now + (from ?? TimeSpan.FromHours(-1));
        token.IssuedAt = now.AddHours(-1);
        token.Expires = expired is { } past ? now - past : now.AddMinutes(minutes);
        if (ver is not null)
        {
            token.Subject.RemoveClaim(token.Subject.FindFirst("ver"));
            if (ver.Length > 0)
            {
                token.Subject.AddClaim(new Claim("ver", ver));
            }
        }

        return EntraToken.Sign(token, new RsaSecurityKey(key ?? _rsa) { KeyId = kid ?? $"k{_key}" });
    }

    /// <summary>A token that is right, but for what stands in its header beside the algorithm and key: members of JSON.</summary>
    public string TokenWithHeader(string appId, string members)
    {
        var payload = Token(appId).Split('.')[1];
        var header = Base64UrlEncoder.Encode($$"""{"alg":"RS256","typ":"JWT","kid":"k{{_key}}",{{members}}}""");
        var signature = _rsa.SignData(Encoding.ASCII.GetBytes($"{header}.{payload}"), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return $"{header}.{payload}.{Base64UrlEncoder.Encode(signature)}";
    }

    public async ValueTask DisposeAsync()
    {
        if (_web is not null)
        {
            await _web.DisposeAsync();
        }
        _rsa.Dispose();
    }
}
