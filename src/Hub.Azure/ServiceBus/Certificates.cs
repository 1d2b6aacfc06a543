using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Hub.Azure.ServiceBus;

/// <summary>Judges a broker's certificate against a root of one's own.</summary>
internal static class Certificates
{
    /// <summary>
    /// Whether the certificate names the host that was dialled and leads to <paramref name="root"/>; only an unknown root is forgiven.
    /// </summary>
    public static bool IsTrusted(X509Certificate? certificate, SslPolicyErrors faults, X509Certificate2 root)
    {
        if (certificate is not X509Certificate2 offered || (faults & ~SslPolicyErrors.RemoteCertificateChainErrors) != SslPolicyErrors.None)
        {
            return false;
        }
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(root);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        return chain.Build(offered);
    }
}
