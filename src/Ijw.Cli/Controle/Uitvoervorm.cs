namespace Ijw.Cli.Controle;

/// <summary>How verdicts are shown.</summary>
internal interface IUitvoervorm
{
    /// <summary>Shows the verdict on one bericht.</summary>
    void Toon(string naam, ControleResultaat resultaat);

    /// <summary>Ends: all verdicts have been shown.</summary>
    void Sluit(Telling telling);
}

/// <summary>How many berichten got which verdict.</summary>
internal sealed class Telling
{
    /// <summary>Berichten without findings.</summary>
    public int Goedgekeurd { get; private set; }

    /// <summary>Berichten that break a rule of level 2.</summary>
    public int Afgekeurd { get; private set; }

    /// <summary>What fails level 1.</summary>
    public int GeenBericht { get; private set; }

    /// <summary>What could not be read.</summary>
    public int NietGelezen { get; private set; }

    /// <summary>Reports that could not be written.</summary>
    public int RapportenNietGeschreven { get; private set; }

    /// <summary>All that was read.</summary>
    public int Gelezen => Goedgekeurd + Afgekeurd + GeenBericht;

    /// <summary>What the shell is told of it.</summary>
    public int Afsluitcode => NietGelezen + RapportenNietGeschreven > 0 ? Cli.Afsluitcode.Mislukt
        : Goedgekeurd < Gelezen ? Cli.Afsluitcode.NietAllesGoedgekeurd
        : Cli.Afsluitcode.Goed;

    /// <summary>Counts a report that could not be written.</summary>
    public void TelRapportNietGeschreven() => RapportenNietGeschreven++;

    /// <summary>Counts one.</summary>
    public void Tel(Oordeel? oordeel)
    {
        switch (oordeel)
        {
            case Oordeel.Goedgekeurd: Goedgekeurd++; break;
            case Oordeel.Afgekeurd: Afgekeurd++; break;
            case Oordeel.GeenBericht: GeenBericht++; break;
            default: NietGelezen++; break;
        }
    }
}
