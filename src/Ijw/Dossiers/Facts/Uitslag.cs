using System.Collections.Frozen;
using Ijw.Inhoud;

namespace Ijw.Dossiers.Facts;

/// <summary>What a heenbericht has come to.</summary>
public enum Uitslagsoort
{
    /// <summary>No answer yet.</summary>
    Open,

    /// <summary>Accepted; of a JW323: processed, with or without prestaties refused.</summary>
    Aanvaard,

    /// <summary>Rejected: it counts as never sent (OP286).</summary>
    Afgewezen,
}

/// <summary>Names a prestatie within its declaratie.</summary>
/// <param name="Client">The client.</param>
/// <param name="ReferentieNummer">Its own number.</param>
/// <param name="VorigReferentieNummer">The number of the debet that it credits; null in a debet.</param>
public readonly record struct Prestatiesleutel(Clientsleutel Client, string ReferentieNummer, string? VorigReferentieNummer)
{
    /// <summary>That of a prestatie.</summary>
    public static Prestatiesleutel Van(Prestatie prestatie)
    {
        ArgumentNullException.ThrowIfNull(prestatie);
        return new Prestatiesleutel(prestatie.Client, prestatie.ReferentieNummer, prestatie.VorigReferentieNummer);
    }
}

/// <summary>The verdict on a heenbericht that decides which feiten it has.</summary>
public sealed class Uitslag
{
    private Uitslag(Uitslagsoort soort, IEnumerable<Prestatiesleutel> afgewezen)
    {
        Soort = soort;
        AfgewezenPrestaties = afgewezen.ToFrozenSet();
    }

    /// <summary>No answer yet.</summary>
    public static Uitslag Open { get; } = new(Uitslagsoort.Open, []);

    /// <summary>Accepted, or granted in full.</summary>
    public static Uitslag Aanvaard { get; } = new(Uitslagsoort.Aanvaard, []);

    /// <summary>Rejected as a whole.</summary>
    public static Uitslag Afgewezen { get; } = new(Uitslagsoort.Afgewezen, []);

    /// <summary>What it has come to.</summary>
    public Uitslagsoort Soort { get; }

    /// <summary>The prestaties that were refused; empty unless it is an accepted JW323.</summary>
    public IReadOnlySet<Prestatiesleutel> AfgewezenPrestaties { get; }

    /// <summary>The verdict that a retour or a JW325 gives on its heenbericht (retour.md 2 and 3.1).</summary>
    /// <exception cref="ArgumentException">The bericht is no answer.</exception>
    public static Uitslag Van(Berichtinhoud antwoord) => antwoord switch
    {
        Retourbericht { WijstAf: true } => Afgewezen,
        Retourbericht => Aanvaard,
        DeclaratieAntwoordbericht { Antwoord.Waarde.IsVerwerkt: true } verwerkt => DeelsAfgewezen(Sleutels(verwerkt.Clienten)),
        DeclaratieAntwoordbericht => Afgewezen,
        _ => throw new ArgumentException($"{antwoord?.Kop.Soort} is no answer.", nameof(antwoord)),
    };

    /// <summary>An accepted JW323 of which these prestaties are refused.</summary>
    public static Uitslag DeelsAfgewezen(IEnumerable<Prestatiesleutel> prestaties) => new(Uitslagsoort.Aanvaard, prestaties);

    private static IEnumerable<Prestatiesleutel> Sleutels(IEnumerable<Klasse<DeclaratieClient>> clienten) =>
        clienten.SelectMany(client => client.Waarde.Prestaties).Select(prestatie => Prestatiesleutel.Van(prestatie.Waarde));
}
