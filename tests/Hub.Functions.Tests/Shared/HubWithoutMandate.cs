using Hub.Azure.Tests.Shared;

namespace Hub.Functions.Tests.Shared;

/// <summary>The app in a region where every deelnemer answers itself.</summary>
public sealed class HubWithoutMandate(AzuriteFixture azurite) : HubFixture(azurite)
{
    private readonly string _deelnemers = Path.GetTempFileName();

    internal override IReadOnlyDictionary<string, string> MoreSettings
    {
        get
        {
            var region = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "deelnemers.json"));
            File.WriteAllText(_deelnemers, region.Replace("\"retour\": \"hub\"", "\"retour\": \"zelf\"", StringComparison.Ordinal));
            return new Dictionary<string, string> { ["Hub:Deelnemers"] = _deelnemers };
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        File.Delete(_deelnemers);
    }
}
