using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure.Core;

namespace Hub.Azure.ServiceBus;

/// <summary>A token for $cbs: its type in the protocol's words, its text, its end (UTC).</summary>
internal readonly record struct ServiceToken(string Type, string Text, DateTimeOffset ExpiresOn);

/// <summary>Gives tokens for an audience.</summary>
internal interface ITokenSource
{
    ValueTask<ServiceToken> GetAsync(string audience, CancellationToken cancellation);
}

/// <summary>Signs tokens with a shared access key.</summary>
internal sealed class SharedAccessTokenSource(string keyName, string key, TimeSpan lifetime, TimeProvider time) : ITokenSource
{
    public ValueTask<ServiceToken> GetAsync(string audience, CancellationToken cancellation)
    {
        var expires = DateTimeOffset.FromUnixTimeSeconds((time.GetUtcNow() + lifetime).ToUnixTimeSeconds());
        var resource = Uri.EscapeDataString(audience);
        var end = expires.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signature = Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes($"{resource}\n{end}")));
        var token = $"SharedAccessSignature sr={resource}&sig={Uri.EscapeDataString(signature)}&se={end}&skn={Uri.EscapeDataString(keyName)}";
        return new(new ServiceToken("servicebus.windows.net:sastoken", token, expires));
    }
}

/// <summary>Asks Entra for tokens.</summary>
internal sealed class CredentialTokenSource(TokenCredential credential) : ITokenSource
{
    private static readonly TokenRequestContext Scope = new(["https://servicebus.azure.net/.default"]);

    public async ValueTask<ServiceToken> GetAsync(string audience, CancellationToken cancellation)
    {
        var token = await credential.GetTokenAsync(Scope, cancellation).ConfigureAwait(false);
        return new ServiceToken("jwt", token.Token, token.ExpiresOn);
    }
}
