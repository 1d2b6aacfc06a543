namespace Infra.Tests.Policy;

/// <summary>A token that was checked.</summary>
public sealed class Jwt(IReadOnlyDictionary<string, string[]> claims)
{
    public IReadOnlyDictionary<string, string[]> Claims => claims;
}
