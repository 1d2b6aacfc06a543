using Azure.Core;
using Azure.Identity;

namespace Hub.Functions.Identity;

/// <summary>Who the app is to other services.</summary>
internal static class AppIdentity
{
    /// <summary>Whether the platform gives the app an identity of its own.</summary>
    public static bool IsGiven => Environment.GetEnvironmentVariable("IDENTITY_ENDPOINT") is not null;

    /// <summary>The identity that the platform gives; elsewhere that of who is logged in.</summary>
    public static TokenCredential Make()
    {
        var clientId = Environment.GetEnvironmentVariable("AZURE_CLIENT_ID");
        if (!IsGiven)
        {
            return new DefaultAzureCredential();
        }
        return new ManagedIdentityCredential(
            string.IsNullOrEmpty(clientId) ? ManagedIdentityId.SystemAssigned : ManagedIdentityId.FromUserAssignedClientId(clientId)
        );
    }
}
