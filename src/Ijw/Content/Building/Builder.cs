using System.Text;
using Ijw.Model;
using Ijw.Reading;
using Ijw.Reading.Schemas;

namespace Ijw.Content.Building;

/// <summary>Builds the content of one bericht from its classes, which close from the inside out.</summary>
internal abstract class Builder
{
    private static readonly string[] HeaderFields =
    [
        "Afzender",
        "Ontvanger",
        "BerichtIdentificatie/Identificatie",
        "BerichtIdentificatie/Dagtekening",
    ];

    private readonly Action<Record>?[] _builders;
    private readonly Schema _schema;
    private readonly KlasseShape _headerShape;

    protected Builder(Berichtsoort kind, params string[] moreHeaderFields)
    {
        _schema = Schema.Of(kind);
        _builders = new Action<Record>?[_schema.Klassen.Count];
        _headerShape = new KlasseShape("Header", [.. HeaderFields, .. moreHeaderFields]);
        var dagtekening = Model("Header").Dagtekening;
        On("Header", header => Dagtekening = header.Date(dagtekening));
    }

    /// <summary>What to keep of an identification that a sender may write as it likes.</summary>
    public Func<string, string> Identification { get; private set; } = static text => text;

    /// <summary>Codes of the bericht.</summary>
    protected Codes Codes { get; } = new();

    /// <summary>Lines and columns.</summary>
    protected Positions Positions { get; } = new();

    /// <summary>The Header.</summary>
    protected Klasse<BerichtHeader> HeaderKlasse { get; private set; } = null!;

    /// <summary>The Dagtekening in the Header.</summary>
    protected DateOnly Dagtekening { get; private set; }

    /// <summary>For a berichtsoort.</summary>
    public static Builder Of(Berichtsoort kind, Func<string, ClientKey> key, Func<string, string> identification)
    {
        Builder builder = kind.Name switch
        {
            "JW301" => new ToewijzingBuilder(kind, key),
            "JW305" => new StartBuilder(kind, key),
            "JW307" => new StopBuilder(kind, key),
            "JW315" => new QuestionBuilder(kind, key),
            "JW317" => new WijzigingBuilder(kind, key),
            "JW319" => new AnswerBuilder(kind),
            "JW323" => new DeclaratieBuilder(kind, key),
            "JW325" => new DeclaratieAnswerBuilder(kind, key),
            _ => new RetourContentBuilder(kind),
        };
        builder.Identification = identification;
        return builder;
    }

    /// <summary>Takes a class that has closed.</summary>
    public void Klasse(Record record, BerichtHeader header)
    {
        if (record.Klasse.IsHeader)
        {
            HeaderKlasse = new Klasse<BerichtHeader>(header.With(Identification), new Series(_headerShape, Positions).Add(record));
        }
        _builders[record.Klasse.Id]?.Invoke(record);
    }

    /// <summary>Gives the content, when all classes have closed.</summary>
    public abstract BerichtContent Make();

    /// <summary>The RetourCodes of a class.</summary>
    protected static IEnumerable<string> Retourcodes(Record record)
    {
        for (var i = 0; i < record.RetourcodeCount; i++)
        {
            yield return Encoding.UTF8.GetString(record.Retourcode(i));
        }
    }

    /// <summary>An identification, as it is kept.</summary>
    protected string Identificatie(Record record, Field field) => Identification(record.Text(field));

    /// <summary>The model of a class.</summary>
    protected KlasseModel Model(string klasse) => _schema.Klassen.Single(model => model.Name == klasse);

    /// <summary>What to do with a class.</summary>
    protected void On(string klasse, Action<Record> build) => _builders[Model(klasse).Id] += build;

    /// <summary>What to do with every class but the Header.</summary>
    protected void OnEach(Action<Record> build)
    {
        foreach (var model in _schema.Klassen)
        {
            if (!model.IsHeader)
            {
                _builders[model.Id] += build;
            }
        }
    }

    /// <summary>The siblings of a class that stands in another one.</summary>
    protected Series Series(KlasseShape shape) => new(shape, Positions);
}
