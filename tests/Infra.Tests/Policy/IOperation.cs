namespace Infra.Tests.Policy;

/// <summary><c>context.Operation</c>.</summary>
public interface IOperation
{
    string Id { get; }

    string Method { get; }

    string Name { get; }

    string UrlTemplate { get; }
}
