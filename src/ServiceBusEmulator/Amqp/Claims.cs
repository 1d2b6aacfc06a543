using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Amqp;
using Amqp.Framing;
using ServiceBusEmulator.Settings;

namespace ServiceBusEmulator.Amqp;

/// <summary>What one connection may use, and until when, by the tokens it put on $cbs.</summary>
internal sealed class Claims(EmulatorOptions options)
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> _claims = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Handles put-token; the answer says 202, or 401 and why.</summary>
    public Task<Message> PutTokenAsync(Message request)
    {
        var properties = request.ApplicationProperties;
        var fault = "The token is missing.";
        if (request.Body is string token && properties?["name"] is string audience && properties["operation"] as string == "put-token")
        {
            var path = PathOf(audience);
            var end = properties["type"] as string == "jwt" ? options.ValidateJwt?.Invoke(token) : CheckSas(token, path);
            if (end is { } until && until > options.Time.GetUtcNow())
            {
                _claims[path] = until;
                return Task.FromResult(Answer(202, "Accepted"));
            }
            fault = "The token is not valid here, or has ended.";
        }
        return Task.FromResult(Answer(401, fault));
    }

    /// <summary>Until when <paramref name="entity"/> may be used; null when it may not.</summary>
    public DateTimeOffset? Until(string entity)
    {
        DateTimeOffset? until = null;
        foreach (var (path, end) in _claims)
        {
            if (Covers(path, entity) && end > options.Time.GetUtcNow() && end > (until ?? DateTimeOffset.MinValue))
            {
                until = end;
            }
        }
        return until;
    }

    private static bool Covers(string path, string entity) =>
        path.Length == 0
        || (entity.StartsWith(path, StringComparison.OrdinalIgnoreCase) && (entity.Length == path.Length || entity[path.Length] == '/'));

    private static string PathOf(string audience) =>
        Uri.TryCreate(audience, UriKind.Absolute, out var uri) ? Uri.UnescapeDataString(uri.AbsolutePath).Trim('/') : audience.Trim('/');

    private DateTimeOffset? CheckSas(string token, string path)
    {
        const string scheme = "SharedAccessSignature ";
        if (!token.StartsWith(scheme, StringComparison.Ordinal))
        {
            return null;
        }
        var parts = token[scheme.Length..]
            .Split('&')
            .Select(part => part.Split('=', 2))
            .Where(part => part.Length == 2)
            .GroupBy(part => part[0])
            .ToDictionary(group => group.Key, group => group.First()[1]);
        if (
            !parts.TryGetValue("sr", out var resource)
            || !parts.TryGetValue("sig", out var signature)
            || !parts.TryGetValue("se", out var expiry)
            || !parts.TryGetValue("skn", out var keyName)
            || !long.TryParse(expiry, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || seconds > 253_402_300_799
        )
        {
            return null;
        }
        // The signature covers the resource as it is written in the token, so still encoded.
        var expected = Convert.ToBase64String(
            HMACSHA256.HashData(Encoding.UTF8.GetBytes(options.Key), Encoding.UTF8.GetBytes($"{resource}\n{expiry}"))
        );
        var good = CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(expected),
            Encoding.UTF8.GetBytes(Uri.UnescapeDataString(signature))
        );
        return good && Uri.UnescapeDataString(keyName) == options.KeyName && Covers(PathOf(Uri.UnescapeDataString(resource)), path)
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;
    }

    private static Message Answer(int status, string description) =>
        new(true)
        {
            ApplicationProperties = new ApplicationProperties { ["status-code"] = status, ["status-description"] = description },
        };
}
