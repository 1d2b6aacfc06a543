using Ijw.Model;

namespace Ijw.Content.Building;

/// <summary>Builds one of the six retourberichten.</summary>
internal sealed class RetourContentBuilder : Builder
{
    private readonly List<string> _klasseCodes = [];
    private IReadOnlyList<string> _headercodes = [];

    public RetourContentBuilder(Berichtsoort kind)
        : base(kind, "IdentificatieRetour")
    {
        On("Header", record => _headercodes = [.. Retourcodes(record)]);
        OnEach(record => _klasseCodes.AddRange(Retourcodes(record)));
    }

    public override BerichtContent Make() =>
        new Retourbericht(HeaderKlasse)
        {
            Dagtekening = Dagtekening,
            Headercodes = _headercodes,
            KlasseCodes = _klasseCodes,
        };
}
