using Azure.Identity;
using Hub.Azure;
using Hub.Azure.Blob;
using Hub.Azure.Table;
using Hub.Berichten;
using Hub.Register;

namespace Hub.Beheer;

/// <summary>Storage and register as the settings of the app name them; the settings come from environment variables of the same names.</summary>
internal sealed class Omgeving
{
    private Omgeving(Opslaginstellingen instellingen, string tabel, UnreadableRowLines unreadable)
    {
        var account = instellingen.Account(() => new DefaultAzureCredential());
        Registertabel = instellingen.Registertabel;
        Archief = new BlobArchief(account);
        Inzagelog = new TableInzagelog(account);
        Vernietigd = new TableVernietigd(account);
        Berichten = new TableBerichten(account, unreadable);
        Compleetheid = new TableCompleetheid(account);
        Unreadable = unreadable;
        Lezer = new Berichtlezer(Archief, instellingen.Sleutels);
        SearchIndex = new TableSearchIndex(account, instellingen.Sleutels, unreadable);
        Registratie = new Registratie(new TableRegister(account, tabel, instellingen.Sleutels), Berichten, Lezer);
    }

    public string Registertabel { get; }

    public BlobArchief Archief { get; }

    public TableBerichten Berichten { get; }

    public TableCompleetheid Compleetheid { get; }

    public TableInzagelog Inzagelog { get; }

    public TableVernietigd Vernietigd { get; }

    public Berichtlezer Lezer { get; }

    public UnreadableRowLines Unreadable { get; }

    public TableSearchIndex SearchIndex { get; }

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
        foreach (var regel in fouten) fout.WriteLine(regel);
        return fouten.Count > 0 ? null : new Omgeving(instellingen!, tabel ?? instellingen!.Registertabel, new UnreadableRowLines(fout));
    }
}
