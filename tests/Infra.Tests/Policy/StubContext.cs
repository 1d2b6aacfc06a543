using System.Security.Cryptography.X509Certificates;

namespace Infra.Tests.Policy;

/// <summary>A request as the gateway shows it to an expression.</summary>
internal sealed class StubContext : IContext, IOperation, IRequest, IResponse
{
    public Dictionary<string, object> Set { get; } = [];

    public string UrlTemplate { get; init; } = "/berichten";

    public X509Certificate2? Certificate { get; init; }

    public int StatusCode { get; init; }

    IOperation IContext.Operation => this;

    IRequest IContext.Request => this;

    IResponse IContext.Response => this;

    IReadOnlyDictionary<string, object> IContext.Variables => Set;

    string IOperation.Id => "";

    string IOperation.Method => "POST";

    string IOperation.Name => "";

    string IRequest.Method => "POST";

    string IRequest.IpAddress => "203.0.113.7";

    string IResponse.StatusReason => "";

    IReadOnlyDictionary<string, string[]> IRequest.Headers => new Dictionary<string, string[]>();

    IReadOnlyDictionary<string, string[]> IResponse.Headers => new Dictionary<string, string[]>();
}
