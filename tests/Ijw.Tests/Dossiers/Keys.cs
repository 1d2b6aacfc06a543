using Ijw.Content;

namespace Ijw.Tests.Dossiers;

/// <summary>Client keys for tests: not secret, and never the BSN itself.</summary>
internal static class Keys
{
    /// <summary>The key of a client.</summary>
    public static ClientKey Of(string bsn) => new($"k{bsn[^3..]}");
}
