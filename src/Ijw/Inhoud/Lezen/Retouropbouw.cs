using Ijw.Model;

namespace Ijw.Inhoud.Lezen;

/// <summary>Builds one of the six retourberichten.</summary>
internal sealed class Retouropbouw : Opbouw
{
    private readonly List<string> _klassecodes = [];
    private IReadOnlyList<string> _headercodes = [];

    public Retouropbouw(Berichtsoort soort)
        : base(soort, "IdentificatieRetour")
    {
        Op("Header", record => _headercodes = [.. Retourcodes(record)]);
        OpElk(record => _klassecodes.AddRange(Retourcodes(record)));
    }

    public override Berichtinhoud Maak() => new Retourbericht(Header) { Dagtekening = Dagtekening, Headercodes = _headercodes, Klassecodes = _klassecodes };
}
