using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace Hub.Functions.Access;

/// <summary>
/// The keys of the issuer. When they were never fetched the library says that no key fits the token, which blames the caller.
/// </summary>
internal static class IssuerKeys
{
    /// <summary>Sees to it that the keys can be had, when a token failed for want of one.</summary>
    /// <exception cref="IssuerUnreachableException">They can't.</exception>
    public static async Task EnsureAsync(HttpContext context, Exception failure)
    {
        if (failure is not SecurityTokenSignatureKeyNotFoundException)
        {
            return;
        }
        var all = context.RequestServices.GetRequiredService<IOptionsMonitor<JwtBearerOptions>>();
        var options = all.Get(JwtBearerDefaults.AuthenticationScheme);
        try
        {
            await options.ConfigurationManager!.GetConfigurationAsync(context.RequestAborted);
        }
        catch (InvalidOperationException fault)
        {
            throw new IssuerUnreachableException(fault);
        }
    }
}
