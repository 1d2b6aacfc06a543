using Ijw.Dossiers.Rules.Shapes;
using Ijw.Inhoud;

namespace Ijw.Dossiers.Rules.Declaraties;

/// <summary>
/// Adds up what is declared per toewijzing: what was granted or is still open before, less what is credited, less the credits of this bericht,
/// and then its debets one by one; one that goes past the maximum doesn't count, so that a smaller one after it may still fit.
/// </summary>
internal sealed class Lopendetelling
{
    private readonly Dictionary<int, long> _sommen = [];
    private readonly Dictionary<int, long> _credits = [];
    private readonly Toetsing _toetsing;
    private readonly Func<Prestatie, ToegewezenProduct, long> _maat;

    private Lopendetelling(Toetsing toetsing, Func<Prestatie, ToegewezenProduct, long> maat)
    {
        (_toetsing, _maat) = (toetsing, maat);
        foreach (var client in ((Declaratiebericht)toetsing.Inhoud).Clienten)
        {
            if (toetsing.IsAfgewezen(client)) continue;
            foreach (var prestatie in client.Waarde.Prestaties)
            {
                if (!prestatie.Waarde.IsCredit || toetsing.IsAfgewezen(prestatie) || toetsing.Toewijzing(prestatie.Waarde) is not { } toewijzing) continue;
                var nummer = prestatie.Waarde.ToewijzingNummer;
                _credits[nummer] = _credits.GetValueOrDefault(nummer) + maat(prestatie.Waarde, toewijzing.Product);
            }
        }
    }

    /// <summary>That of a rule, in a measure of its own.</summary>
    public static Lopendetelling Van(string regel, Toetsing toetsing, Func<Prestatie, ToegewezenProduct, long> maat) =>
        toetsing.Deel($"{nameof(Lopendetelling)} {regel}", () => new Lopendetelling(toetsing, maat));

    /// <summary>Whether a debet still fits; if so it is counted, unless an earlier step refused it.</summary>
    public bool Neem(Klasse<Prestatie> debet, ToegewezenProduct toewijzing, long maximum)
    {
        var prestatie = debet.Waarde;
        var nummer = prestatie.ToewijzingNummer;
        if (!_sommen.TryGetValue(nummer, out var som)) som = Eerder(nummer, toewijzing) - _credits.GetValueOrDefault(nummer);
        var erbij = _maat(prestatie, toewijzing);
        var past = erbij == 0 || som + erbij <= maximum;
        _sommen[nummer] = past && !_toetsing.IsAfgewezen(debet) ? som + erbij : som;
        return past;
    }

    private long Eerder(int nummer, ToegewezenProduct toewijzing)
    {
        var som = 0L;
        foreach (var melding in _toetsing.Dossier.Prestaties.OpToewijzing(nummer))
        {
            if (!_toetsing.Dossier.Telt(melding)) continue;
            var maat = _maat(melding.Prestatie, toewijzing);
            som += melding.Prestatie.IsCredit ? -maat : maat;
        }

        return som;
    }
}
