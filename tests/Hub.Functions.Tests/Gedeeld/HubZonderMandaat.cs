using Hub.Azure.Tests.Gedeeld;

namespace Hub.Functions.Tests.Gedeeld;

/// <summary>The app in a region where every deelnemer answers itself.</summary>
public sealed class HubZonderMandaat(Azurite azurite) : HubOmgeving(azurite)
{
    private readonly string _deelnemers = Path.GetTempFileName();

    internal override IReadOnlyDictionary<string, string> MeerInstellingen
    {
        get
        {
            var regio = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "deelnemers.json"));
            File.WriteAllText(_deelnemers, regio.Replace("\"retour\": \"hub\"", "\"retour\": \"zelf\"", StringComparison.Ordinal));
            return new Dictionary<string, string> { ["Hub:Deelnemers"] = _deelnemers };
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        File.Delete(_deelnemers);
    }
}
