using Azure.Identity;
using Hub.Azure;
using Hub.Azure.Blob;
using Hub.Azure.Table;
using Hub.Berichten;
using Hub.Deelnemers;
using Hub.Register;

namespace Hub.Beheer;

/// <summary>Storage and register as the settings of the app name them; the settings come from environment variables of the same names.</summary>
internal sealed class Omgeving
{
    private readonly Deelnemerslijst _deelnemers;

    private Omgeving(Opslaginstellingen instellingen, Deelnemerslijst deelnemers, string tabel, UnreadableRowLines unreadable)
    {
        _deelnemers = deelnemers;
        var account = instellingen.Account(() => new DefaultAzureCredential());
        Registertabel = instellingen.Registertabel;
        Archief = new BlobArchief(account);
        Inzagelog = new TableInzagelog(account);
        Vernietigd = new TableVernietigd(account);
        Berichten = new TableBerichten(account, unreadable);
        Weigeringen = new TableWeigeringen(account, unreadable);
        Onderhanden = new TableOnderhanden(account, unreadable);
        Sleutels = instellingen.Sleutels;
        RefusedDays = instellingen.RefusedDays;
        Compleetheid = new TableCompleetheid(account);
        Unreadable = unreadable;
        Lezer = new Berichtlezer(Archief, instellingen.Sleutels);
        SearchIndex = new TableSearchIndex(account, instellingen.Sleutels, unreadable);
        Registratie = new Registratie(new TableRegister(account, tabel, instellingen.Sleutels), Berichten, Lezer);
    }

    public string Registertabel { get; }

    public BlobArchief Archief { get; }

    public TableBerichten Berichten { get; }

    public TableOnderhanden Onderhanden { get; }

    public TableWeigeringen Weigeringen { get; }

    public TableCompleetheid Compleetheid { get; }

    public TableInzagelog Inzagelog { get; }

    public TableVernietigd Vernietigd { get; }

    public Clientsleutels Sleutels { get; }

    public Berichtlezer Lezer { get; }

    public UnreadableRowLines Unreadable { get; }

    public TableSearchIndex SearchIndex { get; }

    /// <summary>How many days refused bytes are kept.</summary>
    public int RefusedDays { get; }

    public Registratie Registratie { get; }

    /// <summary>Reads the settings; null after telling what is wrong with them.</summary>
    /// <param name="variabele">Gives an environment variable by its name.</param>
    /// <param name="fout">Where faults go, a line each.</param>
    /// <param name="tabel">The table of the register when it is another than the settings say.</param>
    public static Omgeving? Lees(Func<string, string?> variabele, TextWriter fout, string? tabel = null)
    {
        var fouten = new List<string>();
        var instellingen = Opslaginstellingen.Lees(naam => variabele(naam.Replace(":", "__", StringComparison.Ordinal)), fouten);
        if (tabel is not null && !TableRegister.IsTabelnaam(tabel)) fouten.Add("--tabel: moet 3 tot 63 letters en cijfers zijn en met een letter beginnen.");
        var deelnemers = DeelnemersBestand.Open(variabele("Hub__Deelnemers"), fouten);
        foreach (var regel in fouten) fout.WriteLine(regel);
        return fouten.Count > 0 ? null : new Omgeving(instellingen!, deelnemers!, tabel ?? instellingen!.Registertabel, new UnreadableRowLines(fout));
    }

    /// <summary>Whether a gemeente takes part in the region; tells it when not. Of who doesn't there is nothing: "0" would look like done.</summary>
    public bool KnowsGemeente(string code, TextWriter fout) => Knows(code, DeelnemerSoort.Gemeente, "gemeente", fout);

    /// <summary>The same of an aanbieder.</summary>
    public bool KnowsAanbieder(string code, TextWriter fout) => Knows(code, DeelnemerSoort.Aanbieder, "aanbieder", fout);

    private bool Knows(string code, DeelnemerSoort soort, string wat, TextWriter fout)
    {
        if (_deelnemers.MetCode(code)?.Soort == soort) return true;
        var codes = string.Join(", ", _deelnemers.Alle.Where(deelnemer => deelnemer.Soort == soort).Select(deelnemer => deelnemer.Code));
        fout.WriteLine(
            $"{code}: deze {wat} staat niet in deelnemers.json van {_deelnemers.Regio}; daar staan {codes}. "
            + "Deed zij eerder mee, zet haar er dan voor deze opdracht weer in.");
        return false;
    }
}
