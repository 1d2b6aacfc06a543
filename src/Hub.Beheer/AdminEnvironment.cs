using Azure.Identity;
using Hub.Azure;
using Hub.Azure.Blob;
using Hub.Azure.Table;
using Hub.Berichten;
using Hub.Deelnemers;
using Hub.Register;

namespace Hub.Beheer;

/// <summary>
/// Storage and register as the settings of the app name them; the settings come from environment variables of the same names.
/// </summary>
internal sealed class AdminEnvironment
{
    private readonly DeelnemerList _deelnemers;

    private AdminEnvironment(StorageSettings settings, DeelnemerList deelnemers, string table, UnreadableRowLines unreadable)
    {
        _deelnemers = deelnemers;
        var account = settings.Account(() => new DefaultAzureCredential());
        RegisterTable = settings.RegisterTable;
        Archief = new BlobArchief(account);
        InspectionLog = new TableInspectionLog(account);
        Destroyed = new TableDestroyed(account);
        Berichten = new TableBerichten(account, unreadable);
        Refusals = new TableRefusals(account, unreadable);
        InProgress = new TableInProgress(account, unreadable);
        Keys = settings.Keys;
        RefusedDays = settings.RefusedDays;
        Completeness = new TableCompleteness(account);
        Unreadable = unreadable;
        Reader = new StoredBerichtReader(Archief, settings.Keys);
        SearchIndex = new TableSearchIndex(account, settings.Keys, unreadable);
        Registration = new Registration(new TableRegister(account, table, settings.Keys), Berichten, Reader);
    }

    public string RegisterTable { get; }

    public BlobArchief Archief { get; }

    public TableBerichten Berichten { get; }

    public TableInProgress InProgress { get; }

    public TableRefusals Refusals { get; }

    public TableCompleteness Completeness { get; }

    public TableInspectionLog InspectionLog { get; }

    public TableDestroyed Destroyed { get; }

    public ClientKeys Keys { get; }

    public StoredBerichtReader Reader { get; }

    public UnreadableRowLines Unreadable { get; }

    public TableSearchIndex SearchIndex { get; }

    /// <summary>How many days refused bytes are kept.</summary>
    public int RefusedDays { get; }

    public Registration Registration { get; }

    /// <summary>Reads the settings; null after telling what is wrong with them.</summary>
    /// <param name="variable">Gives an environment variable by its name.</param>
    /// <param name="error">Where faults go, a line each.</param>
    /// <param name="table">The table of the register when it is another than the settings say.</param>
    public static AdminEnvironment? Read(Func<string, string?> variable, TextWriter error, string? table = null)
    {
        var faults = new List<string>();
        var settings = StorageSettings.Read(name => variable(name.Replace(":", "__", StringComparison.Ordinal)), faults);
        if (table is not null && !TableName.IsValid(table))
        {
            faults.Add("--tabel: moet 3 tot 63 letters en cijfers zijn en met een letter beginnen.");
        }
        var deelnemers = DeelnemersFile.Open(variable("Hub__Deelnemers"), faults);
        foreach (var rule in faults)
        {
            error.WriteLine(rule);
        }
        return faults.Count > 0
            ? null
            : new AdminEnvironment(settings!, deelnemers!, table ?? settings!.RegisterTable, new UnreadableRowLines(error));
    }

    /// <summary>
    /// Whether a gemeente takes part in the region; tells it when not. Of who doesn't there is nothing: "0" would look like done.
    /// </summary>
    public bool KnowsGemeente(string code, TextWriter error) => Knows(code, DeelnemerKind.Gemeente, "gemeente", error);

    /// <summary>The same of an aanbieder.</summary>
    public bool KnowsAanbieder(string code, TextWriter error) => Knows(code, DeelnemerKind.Aanbieder, "aanbieder", error);

    private bool Knows(string code, DeelnemerKind kind, string what, TextWriter error)
    {
        if (_deelnemers.WithCode(code)?.Kind == kind)
        {
            return true;
        }
        var codes = string.Join(", ", _deelnemers.All.Where(deelnemer => deelnemer.Kind == kind).Select(deelnemer => deelnemer.Code));
        error.WriteLine(
            $"{code}: deze {what} staat niet in deelnemers.json van {_deelnemers.Region}; daar staan {codes}. "
                + "Deed zij eerder mee, zet haar er dan voor deze opdracht weer in."
        );
        return false;
    }
}
