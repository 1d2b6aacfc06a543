using System.Security.Cryptography;
using System.Text;
using Hub.Local.FunctionsHost.App;

namespace Hub.Local.FunctionsHost.Http;

/// <summary>authLevel as the host enforces it before the handler sees the request: x-functions-key or ?code=.</summary>
internal static class KeyCheck
{
    public static bool Allows(HttpRequest request, AuthLevel level, FunctionsHostOptions options)
    {
        var wanted = level == AuthLevel.Admin ? options.AdminKey : options.FunctionKey;
        if (level == AuthLevel.Anonymous || wanted is null)
            return true;
        var given = request.Headers["x-functions-key"].FirstOrDefault() ?? request.Query["code"].FirstOrDefault();
        return given is not null && (Same(given, wanted) || (options.AdminKey is { } admin && Same(given, admin)));
    }

    private static bool Same(string given, string wanted) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(wanted));
}
