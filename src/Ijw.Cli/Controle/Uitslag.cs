namespace Ijw.Cli.Controle;

/// <summary>What checking one source gave.</summary>
/// <param name="Naam">The source.</param>
/// <param name="Resultaat">The verdict; null when it could not be read.</param>
/// <param name="Fout">Why it could not be read, in Dutch; null when it could.</param>
internal sealed record Uitslag(string Naam, ControleResultaat? Resultaat, string? Fout);
