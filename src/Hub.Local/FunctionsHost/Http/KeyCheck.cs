using System.Security.Cryptography;
using System.Text;
using Hub.Local.FunctionsHost.App;
using Hub.Local.FunctionsHost.Hosting;

namespace Hub.Local.FunctionsHost.Http;

/// <summary>authLevel as the host enforces it before the worker sees the request: x-functions-key or ?code=.</summary>
internal static class KeyCheck
{
    public static bool Allows(HttpRequest request, AuthLevel level, FunctionsHostOptions options)
    {
        var isAsked = level != AuthLevel.Anonymous && (level == AuthLevel.Admin ? options.AdminKey : options.FunctionKey) is not null;
        return !isAsked || FindLevel(request, options) >= level;
    }

    /// <summary>The level of the key that came with the request; null without a valid one.</summary>
    public static AuthLevel? FindLevel(HttpRequest request, FunctionsHostOptions options)
    {
        var given = request.Headers["x-functions-key"].FirstOrDefault() ?? request.Query["code"].FirstOrDefault();
        if (given is null)
        {
            return null;
        }
        if (options.AdminKey is { } admin && Same(given, admin))
        {
            return AuthLevel.Admin;
        }
        return options.FunctionKey is { } function && Same(given, function) ? AuthLevel.Function : null;
    }

    private static bool Same(string given, string wanted) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(wanted));
}
