namespace Infra.Tests.Policy;

/// <summary><c>context.Response</c>.</summary>
public interface IResponse
{
    IReadOnlyDictionary<string, string[]> Headers { get; }

    int StatusCode { get; }

    string StatusReason { get; }
}
