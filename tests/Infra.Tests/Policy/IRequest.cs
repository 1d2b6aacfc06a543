using System.Security.Cryptography.X509Certificates;

namespace Infra.Tests.Policy;

/// <summary><c>context.Request</c>.</summary>
public interface IRequest
{
    X509Certificate2? Certificate { get; }

    IReadOnlyDictionary<string, string[]> Headers { get; }

    string IpAddress { get; }

    string Method { get; }
}
