using System.Security.Cryptography.X509Certificates;

namespace Infra.Tests.Policy;

/// <summary>
/// The variable <c>context</c> of an expression in a policy of API Management, as far as ours may use it, as its reference describes it
/// (learn.microsoft.com/azure/api-management/api-management-policy-expressions#ContextVariables). A member that is not there does not
/// compile.
/// </summary>
public interface IContext
{
    IOperation Operation { get; }

    IRequest Request { get; }

    IResponse Response { get; }

    IReadOnlyDictionary<string, object> Variables { get; }
}

/// <summary><c>context.Operation</c>.</summary>
public interface IOperation
{
    string Id { get; }

    string Method { get; }

    string Name { get; }

    string UrlTemplate { get; }
}

/// <summary><c>context.Request</c>.</summary>
public interface IRequest
{
    X509Certificate2? Certificate { get; }

    IReadOnlyDictionary<string, string[]> Headers { get; }

    string IpAddress { get; }

    string Method { get; }
}

/// <summary><c>context.Response</c>.</summary>
public interface IResponse
{
    IReadOnlyDictionary<string, string[]> Headers { get; }

    int StatusCode { get; }

    string StatusReason { get; }
}

/// <summary>A token that was checked.</summary>
public sealed class Jwt(IReadOnlyDictionary<string, string[]> claims)
{
    public IReadOnlyDictionary<string, string[]> Claims => claims;
}

/// <summary>What the gateway adds to dictionaries.</summary>
public static class ContextExtensions
{
    public static string GetValueOrDefault(this IReadOnlyDictionary<string, string[]> values, string name, string defaultValue) =>
        values.TryGetValue(name, out var found) ? string.Join(",", found) : defaultValue;
}
