using Ijw.Reading;
using Ijw.Reading.Schemas;

namespace Ijw.Inhoud.Lezen;

/// <summary>Codes and other short texts that come back all the time, each kept once per bericht.</summary>
internal sealed class Codes
{
    private readonly Dictionary<ulong, string> _teksten = [];

    /// <summary>The text of a field.</summary>
    public string Lees(Record record, Veld veld)
    {
        var bytes = record.Bytes(veld);
        if (bytes.Length > sizeof(ulong) || bytes.Contains((byte)0)) return record.Tekst(veld);
        var gepakt = 0UL;
        foreach (var waarde in bytes) gepakt = (gepakt << 8) | waarde;
        if (!_teksten.TryGetValue(gepakt, out var tekst)) _teksten.Add(gepakt, tekst = record.Tekst(veld));
        return tekst;
    }

    /// <summary>The text of a field; null when absent.</summary>
    public string? LeesOfNull(Record record, Veld veld) => record.Heeft(veld) ? Lees(record, veld) : null;
}

/// <summary>Reads a CDT_Product.</summary>
internal sealed class Productveld(Klassemodel klasse, Codes codes)
{
    private readonly Veld _groep = klasse.Veld("Product");
    private readonly Veld _categorie = klasse.Veld("Product/Categorie");
    private readonly Veld _code = klasse.Veld("Product/Code");

    /// <summary>The product; null when absent.</summary>
    public Product? Lees(Record record) => record.Heeft(_groep) ? new Product(codes.Lees(record, _categorie), codes.LeesOfNull(record, _code)) : null;
}

/// <summary>Reads a CDT_Omvang.</summary>
internal sealed class Omvangveld(Klassemodel klasse, Codes codes)
{
    private readonly Veld _groep = klasse.Veld("Omvang");
    private readonly Veld _volume = klasse.Veld("Omvang/Volume");
    private readonly Veld _eenheid = klasse.Veld("Omvang/Eenheid");
    private readonly Veld _frequentie = klasse.Veld("Omvang/Frequentie");

    /// <summary>The omvang; null when absent.</summary>
    public Omvang? Lees(Record record) =>
        record.Heeft(_groep) ? new Omvang(record.Int(_volume), codes.Lees(record, _eenheid), codes.Lees(record, _frequentie)) : null;
}

/// <summary>Reads a CDT_GeslotenPeriode.</summary>
internal sealed class Periodeveld(Klassemodel klasse, string pad)
{
    private readonly Veld _begin = klasse.Veld($"{pad}/Begindatum");
    private readonly Veld _eind = klasse.Veld($"{pad}/Einddatum");

    /// <summary>The period.</summary>
    public Periode Lees(Record record) => new(record.Datum(_begin), record.Datum(_eind));
}
