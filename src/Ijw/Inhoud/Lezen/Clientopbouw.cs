using Ijw.Model;

namespace Ijw.Inhoud.Lezen;

/// <summary>Builds a bericht about one client.</summary>
internal abstract class Clientopbouw : Opbouw
{
    private readonly List<Reeks> _inClient = [];

    protected Clientopbouw(Berichtsoort soort, Func<string, Clientsleutel> sleutel)
        : base(soort)
    {
        var bsn = Model("Client").Veld("Bsn");
        var reeks = Reeks(new Klassevorm("Client", "Bsn"));
        Op("Client", record =>
        {
            Client = new Klasse<Client>(new Client(sleutel(record.Tekst(bsn))), reeks.Voeg(record));
            foreach (var kind in _inClient) kind.Ouder = Client;
        });
    }

    /// <summary>The client.</summary>
    protected Klasse<Client> Client { get; private set; } = null!;

    /// <summary>The classes of one name in the client.</summary>
    protected Reeks InClient(string stappen, params string[] velden)
    {
        var reeks = Reeks(new Klassevorm(stappen, velden));
        _inClient.Add(reeks);
        return reeks;
    }
}
