using System.Text;
using Ijw.Content;

namespace Ijw.Dossiers.Facts;

/// <summary>Reads the feiten of one block.</summary>
internal ref struct FactReader(ReadOnlySpan<byte> bytes, FactsReader shared)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private readonly FactsReader _shared = shared;
    private int _at;
    private long _version;
    private (int Begin, int Length)[] _places = [];
    private string?[] _texts = [];
    private Origin[] _origins = [];

    /// <summary>The feiten, in the order in which they were written.</summary>
    public List<Fact> Read()
    {
        _version = Number();
        if (_version is < FactBlock.OldestVersion or > FactBlock.Version)
        {
            throw new InvalidDataException($"Feiten of version {_version} can't be read.");
        }
        _places = new (int, int)[Count()];
        _texts = new string?[_places.Length];
        for (var i = 0; i < _places.Length; i++)
        {
            _places[i] = ReadPlace();
        }
        _origins = new Origin[Count()];
        for (var i = 0; i < _origins.Length; i++)
        {
            _origins[i] = _shared.Part(ReadOrigin());
        }
        var count = Count();
        var facts = new List<Fact>(count);
        for (var i = 0; i < count; i++)
        {
            facts.Add(ReadFact());
        }
        return _at == _bytes.Length ? facts : throw Broken();
    }

    private static InvalidDataException Broken() => new("The feiten are damaged.");

    private Origin ReadOrigin() =>
        new(
            Text(),
            Code(),
            Code(),
            Code(),
            Moment(),
            Date(),
            Number() switch
            {
                0 => FactState.Open,
                1 => FactState.Accepted,
                _ => throw Broken(),
            }
        );

    private Fact ReadFact()
    {
        var kind = (FactKind)Int();
        var origin = Int() is var index && index < _origins.Length ? _origins[index] : throw Broken();
        var place = Int();
        return kind switch
        {
            FactKind.ToewijzingVersion => new ToewijzingVersion(origin, place, Client(), ToegewezenProduct()),
            FactKind.StartNotice => new StartNotice(origin, place, Client(), Start()),
            FactKind.StopNotice => new StopNotice(origin, place, Client(), Stop()),
            FactKind.VerzoekNotice => new VerzoekNotice(origin, place, Client(), Text(), Product(), Flag() ? Period() : null),
            FactKind.VerzoekAnswer => new VerzoekAnswer(origin, place, new Answer(Text(), Flag())),
            FactKind.DeclaratieNotice => new DeclaratieNotice(origin, place, Text(), Code(), Code(), Declaratie()),
            FactKind.PrestatieNotice => PrestatieNotice(origin, place),
            FactKind.ReferenceUse => new ReferenceUse(origin, place, Text(), Int()),
            FactKind.IdentificatieUse => new IdentificatieUse(origin, place, Text(), Text()),
            FactKind.RetourNotice => new RetourNotice(origin, place, Code(), Text(), Text(), Flag()),
            _ => throw Broken(),
        };
    }

    private PrestatieNotice PrestatieNotice(Origin origin, int place)
    {
        var notice = new PrestatieNotice(origin, place, Outcome(), Prestatie());
        return notice.Outcome == PrestatieOutcome.Refused && _version > 1 ? notice with { Codes = Code() } : notice;
    }

    private ToegewezenProduct ToegewezenProduct() =>
        new()
        {
            ToewijzingNummer = Int(),
            ReferentieAanbieder = TextOrNull(),
            Product = Product(),
            ToewijzingDate = Date(),
            ToewijzingTime = new TimeSpan(Number()),
            Ingangsdatum = Date(),
            Einddatum = DateOrNull(),
            RedenWijziging = CodeOfNull(),
            Omvang = Flag() ? new Omvang(Int(), Code(), Code()) : null,
            Budget = IntOfNull(),
        };

    private StartProduct Start() =>
        new()
        {
            ToewijzingNummer = IntOfNull(),
            Product = Product(),
            ToewijzingIngangsdatum = DateOrNull(),
            Begindatum = Date(),
            IsRemoval = Flag(),
        };

    private StopProduct Stop() =>
        new()
        {
            ToewijzingNummer = IntOfNull(),
            Product = Product(),
            ToewijzingIngangsdatum = DateOrNull(),
            Begindatum = Date(),
            IsRemoval = Flag(),
            RedenBeeindiging = Code(),
            Einddatum = Date(),
        };

    private Declaratie Declaratie() =>
        new()
        {
            DeclaratieNummer = Text(),
            Period = Period(),
            TotalSubmitted = WithChar(),
        };

    private Prestatie Prestatie() =>
        new()
        {
            Client = Client(),
            ReferentieNummer = Text(),
            VorigReferentieNummer = TextOrNull(),
            ToewijzingNummer = Int(),
            ProductCategorie = Code(),
            ProductCode = Code(),
            Period = Period(),
            GeleverdVolume = Int(),
            Eenheid = Code(),
            ProductTarief = IntOfNull(),
            Amount = Int(),
            IsCredit = Flag(),
        };

    private PrestatieOutcome Outcome() =>
        Number() is var outcome and >= 0 and <= (long)PrestatieOutcome.Refused ? (PrestatieOutcome)outcome : throw Broken();

    private ClientKey Client() => new(Text());

    private Product? Product() => CodeOfNull() is { } category ? new Product(category, CodeOfNull()) : null;

    private Period Period() => new(Date(), Date());

    private DateTimeOffset Moment() =>
        Number() is var ticks && ticks >= 0 && ticks <= DateTimeOffset.MaxValue.UtcTicks
            ? new DateTimeOffset(ticks, TimeSpan.Zero)
            : throw Broken();

    private DateOnly Date() => Day(Number());

    private DateOnly? DateOrNull() => Number() is > 0 and var day ? Day(day - 1) : null;

    private static DateOnly Day(long day) =>
        day >= 0 && day <= DateOnly.MaxValue.DayNumber ? DateOnly.FromDayNumber((int)day) : throw Broken();

    private int? IntOfNull() =>
        Number() switch
        {
            0 => null,
            > 0 and <= int.MaxValue and var number => (int)(number - 1),
            _ => throw Broken(),
        };

    private int Int() => Number() is >= 0 and <= int.MaxValue and var number ? (int)number : throw Broken();

    /// <summary>How many there are of something; each takes a byte at least.</summary>
    private int Count() => Int() is var count && count <= _bytes.Length - _at ? count : throw Broken();

    private bool Flag() =>
        Number() switch
        {
            0 => false,
            1 => true,
            _ => throw Broken(),
        };

    private long WithChar() => Number() is var number && (number & 1) == 0 ? number >> 1 : -((number + 1) >> 1);

    private string Text() => Text(Int());

    private string? TextOrNull() => Int() is > 0 and var index ? Text(index - 1) : null;

    /// <summary>A text that comes back in other blocks.</summary>
    private string Code() => _shared.Part(Text());

    private string? CodeOfNull() => TextOrNull() is { } text ? _shared.Part(text) : null;

    private string Text(int index)
    {
        if (index >= _texts.Length)
        {
            throw Broken();
        }
        var (begin, length) = _places[index];
        return _texts[index] ??= Encoding.UTF8.GetString(_bytes.Slice(begin, length));
    }

    private (int Begin, int Length) ReadPlace()
    {
        var length = Count();
        var place = (_at, length);
        _at += length;
        return place;
    }

    private long Number()
    {
        var number = 0UL;
        for (var shift = 0; shift < 64; shift += 7)
        {
            if (_at == _bytes.Length)
            {
                throw Broken();
            }
            var part = _bytes[_at++];
            number |= (ulong)(part & 0x7F) << shift;
            if (part <= 0x7F)
            {
                return (long)number;
            }
        }

        throw Broken();
    }
}
