using System.Text;
using Ijw.Model;
using Ijw.Reading;
using Ijw.Reading.Schemas;

namespace Ijw.Inhoud.Lezen;

/// <summary>Builds the content of one bericht from its classes, which close from the inside out.</summary>
internal abstract class Opbouw
{
    private static readonly string[] Kopvelden = ["Afzender", "Ontvanger", "BerichtIdentificatie/Identificatie", "BerichtIdentificatie/Dagtekening"];

    private readonly Action<Record>?[] _bouwers;
    private readonly Schema _schema;
    private readonly Klassevorm _kopvorm;

    protected Opbouw(Berichtsoort soort, params string[] meerKopvelden)
    {
        _schema = Schema.Van(soort);
        _bouwers = new Action<Record>?[_schema.Klassen.Count];
        _kopvorm = new Klassevorm("Header", [.. Kopvelden, .. meerKopvelden]);
        var dagtekening = Model("Header").Dagtekening;
        Op("Header", header => Dagtekening = header.Datum(dagtekening));
    }

    /// <summary>What to keep of an identification that a sender may write as it likes.</summary>
    public Func<string, string> Identification { get; private set; } = static tekst => tekst;

    /// <summary>Codes of the bericht.</summary>
    protected Codes Codes { get; } = new();

    /// <summary>Lines and columns.</summary>
    protected Posities Posities { get; } = new();

    /// <summary>The Header.</summary>
    protected Klasse<Berichtkop> Header { get; private set; } = null!;

    /// <summary>The Dagtekening in the Header.</summary>
    protected DateOnly Dagtekening { get; private set; }

    /// <summary>For a berichtsoort.</summary>
    public static Opbouw Van(Berichtsoort soort, Func<string, Clientsleutel> sleutel, Func<string, string> identification)
    {
        Opbouw opbouw = soort.Naam switch
        {
            "JW301" => new Toewijzingsopbouw(soort, sleutel),
            "JW305" => new Startopbouw(soort, sleutel),
            "JW307" => new Stopopbouw(soort, sleutel),
            "JW315" => new Vraagopbouw(soort, sleutel),
            "JW317" => new Wijzigingsopbouw(soort, sleutel),
            "JW319" => new Antwoordopbouw(soort),
            "JW323" => new Declaratieopbouw(soort, sleutel),
            "JW325" => new Declaratieantwoordopbouw(soort, sleutel),
            _ => new Retouropbouw(soort),
        };
        opbouw.Identification = identification;
        return opbouw;
    }

    /// <summary>Takes a class that has closed.</summary>
    public void Klasse(Record record, Berichtkop kop)
    {
        if (record.Klasse.IsHeader) Header = new Klasse<Berichtkop>(kop.With(Identification), new Reeks(_kopvorm, Posities).Voeg(record));
        _bouwers[record.Klasse.Id]?.Invoke(record);
    }

    /// <summary>Gives the content, when all classes have closed.</summary>
    public abstract Berichtinhoud Maak();

    /// <summary>The RetourCodes of a class.</summary>
    protected static IEnumerable<string> Retourcodes(Record record)
    {
        for (var i = 0; i < record.AantalRetourcodes; i++) yield return Encoding.UTF8.GetString(record.Retourcode(i));
    }

    /// <summary>An identification, as it is kept.</summary>
    protected string Identificatie(Record record, Veld veld) => Identification(record.Tekst(veld));

    /// <summary>The model of a class.</summary>
    protected Klassemodel Model(string klasse) => _schema.Klassen.Single(model => model.Naam == klasse);

    /// <summary>What to do with a class.</summary>
    protected void Op(string klasse, Action<Record> bouw) => _bouwers[Model(klasse).Id] += bouw;

    /// <summary>What to do with every class but the Header.</summary>
    protected void OpElk(Action<Record> bouw)
    {
        foreach (var model in _schema.Klassen)
            if (!model.IsHeader) _bouwers[model.Id] += bouw;
    }

    /// <summary>The siblings of a class that stands in another one.</summary>
    protected Reeks Reeks(Klassevorm vorm) => new(vorm, Posities);
}
