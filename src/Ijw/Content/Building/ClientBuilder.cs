using Ijw.Model;

namespace Ijw.Content.Building;

/// <summary>Builds a bericht about one client.</summary>
internal abstract class ClientBuilder : Builder
{
    private readonly List<Series> _inClient = [];

    protected ClientBuilder(Berichtsoort berichtsoort, Func<string, ClientKey> key)
        : base(berichtsoort)
    {
        var bsn = Model("Client").Field("Bsn");
        var series = Series(new KlasseShape("Client", "Bsn"));
        On(
            "Client",
            record =>
            {
                Client = new Klasse<Client>(new Client(key(record.Text(bsn))), series.Add(record));
                foreach (var kind in _inClient)
                {
                    kind.Parent = Client;
                }
            }
        );
    }

    /// <summary>The client.</summary>
    protected Klasse<Client> Client { get; private set; } = null!;

    /// <summary>The classes of one name in the client.</summary>
    protected Series InClient(string steps, params string[] fields)
    {
        var series = Series(new KlasseShape(steps, fields));
        _inClient.Add(series);
        return series;
    }
}
