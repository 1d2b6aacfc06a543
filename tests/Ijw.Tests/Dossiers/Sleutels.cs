using Ijw.Inhoud;

namespace Ijw.Tests.Dossiers;

/// <summary>Client keys for tests: not secret, and never the BSN itself.</summary>
internal static class Sleutels
{
    /// <summary>The key of a client.</summary>
    public static Clientsleutel Van(string bsn) => new($"k{bsn[^3..]}");
}
