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

/// <summary>What the gateway adds to dictionaries.</summary>
public static class ContextExtensions
{
    public static string GetValueOrDefault(this IReadOnlyDictionary<string, string[]> values, string name, string defaultValue) =>
        values.TryGetValue(name, out var found) ? string.Join(",", found) : defaultValue;
}
