using System.Buffers;
using System.Text;
using Ijw.Content;

namespace Ijw.Dossiers.Facts;

/// <summary>Writes feiten as bytes: numbers of seven bits at a time, each text once.</summary>
internal sealed class FactWriter
{
    private readonly ArrayBufferWriter<byte> _facts = new();
    private readonly ArrayBufferWriter<byte> _header = new();
    private readonly Dictionary<string, int> _texts = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];
    private ArrayBufferWriter<byte> _output;

    public FactWriter() => _output = _facts;

    /// <summary>The feiten in the order given; those of one bericht stand together.</summary>
    public byte[] Write(IReadOnlyList<Fact> facts)
    {
        var origins = new List<Origin>();
        foreach (var fact in facts)
        {
            if (origins.Count == 0 || origins[^1].BerichtId != fact.Origin.BerichtId)
            {
                origins.Add(fact.Origin);
            }
        }
        Number(origins.Count);
        foreach (var origin in origins)
        {
            Write(origin);
        }
        Number(facts.Count);
        var here = 0;
        foreach (var fact in facts)
        {
            if (origins[here].BerichtId != fact.Origin.BerichtId)
            {
                here++;
            }
            Number((int)fact.Kind);
            Number(here);
            Number(fact.Place);
            Write(fact);
        }

        return [.. Header(), .. _facts.WrittenSpan];
    }

    private ReadOnlySpan<byte> Header()
    {
        _output = _header;
        Number(FactBlock.Version);
        Number(_order.Count);
        foreach (var text in _order)
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            Number(bytes.Length);
            _header.Write(bytes);
        }

        return _header.WrittenSpan;
    }

    private void Write(Origin origin)
    {
        Text(origin.BerichtId);
        Text(origin.Berichtsoort);
        Text(origin.Gemeente);
        Text(origin.Aanbieder);
        Number(origin.Moment.UtcTicks);
        Date(origin.Dagtekening);
        Number((int)origin.State);
    }

    private void Write(Fact fact)
    {
        switch (fact)
        {
            case ToewijzingVersion version:
                Write(version);
                break;
            case StartNotice start:
                Text(start.Client.Value);
                Write(start.Product);
                break;
            case StopNotice stop:
                Text(stop.Client.Value);
                Write(stop.Product);
                Text(stop.Product.RedenBeeindiging);
                Date(stop.Product.Einddatum);
                break;
            case VerzoekNotice verzoek:
                Write(verzoek);
                break;
            case VerzoekAnswer answer:
                Text(answer.Answer.ReferentieAanbieder);
                Flag(answer.Answer.IsInInvestigation);
                break;
            case DeclaratieNotice declaratie:
                Write(declaratie);
                break;
            case PrestatieNotice prestatie:
                Number((int)prestatie.Outcome);
                Write(prestatie.Prestatie);
                if (prestatie.Outcome == PrestatieOutcome.Refused)
                {
                    Text(prestatie.Codes);
                }
                break;
            case ReferenceUse use:
                Text(use.ReferentieNummer);
                Number(use.ToewijzingNummer);
                break;
            case IdentificatieUse use:
                Text(use.Afzender);
                Text(use.Identificatie);
                break;
            case RetourNotice retour:
                Text(retour.Heenbericht);
                Text(retour.Afzender);
                Text(retour.Identificatie);
                Flag(retour.IsAccepted);
                break;
            default:
                throw new ArgumentException($"{fact.Kind} can't be written.", nameof(fact));
        }
    }

    private void Write(ToewijzingVersion version)
    {
        var product = version.Product;
        Text(version.Client.Value);
        Number(product.ToewijzingNummer);
        TextOrNull(product.ReferentieAanbieder);
        Write(product.Product);
        Date(product.ToewijzingDate);
        Number(product.ToewijzingTime.Ticks);
        Date(product.Ingangsdatum);
        DateOrNull(product.Einddatum);
        TextOrNull(product.RedenWijziging);
        Flag(product.Omvang is not null);
        if (product.Omvang is { } omvang)
        {
            Number(omvang.Volume);
            Text(omvang.Eenheid);
            Text(omvang.Frequentie);
        }

        NumberOrNull(product.Budget);
    }

    private void Write(LeveringProduct product)
    {
        NumberOrNull(product.ToewijzingNummer);
        Write(product.Product);
        DateOrNull(product.ToewijzingIngangsdatum);
        Date(product.Begindatum);
        Flag(product.IsRemoval);
    }

    private void Write(VerzoekNotice verzoek)
    {
        Text(verzoek.Client.Value);
        Text(verzoek.ReferentieAanbieder);
        Write(verzoek.Product);
        Flag(verzoek.Period is not null);
        if (verzoek.Period is { } period)
        {
            Write(period);
        }
    }

    private void Write(DeclaratieNotice notice)
    {
        Text(notice.Identificatie);
        Text(notice.BasisschemaXsdVersie);
        Text(notice.BerichtXsdVersie);
        Text(notice.Declaratie.DeclaratieNummer);
        Write(notice.Declaratie.Period);
        WithChar(notice.Declaratie.TotalSubmitted);
    }

    private void Write(Prestatie prestatie)
    {
        Text(prestatie.Client.Value);
        Text(prestatie.ReferentieNummer);
        TextOrNull(prestatie.VorigReferentieNummer);
        Number(prestatie.ToewijzingNummer);
        Text(prestatie.ProductCategorie);
        Text(prestatie.ProductCode);
        Write(prestatie.Period);
        Number(prestatie.GeleverdVolume);
        Text(prestatie.Eenheid);
        NumberOrNull(prestatie.ProductTarief);
        Number(prestatie.Amount);
        Flag(prestatie.IsCredit);
    }

    private void Write(Product? product)
    {
        TextOrNull(product?.Category);
        if (product is not null)
        {
            TextOrNull(product.Code);
        }
    }

    private void Write(Period period)
    {
        Date(period.Begin);
        Date(period.End);
    }

    private void Date(DateOnly date) => Number(date.DayNumber);

    private void DateOrNull(DateOnly? date) => NumberOrNull(date?.DayNumber);

    private void NumberOrNull(int? number) => Number(number is { } value ? value + 1L : 0);

    private void WithChar(long number) => Number(number < 0 ? (-number * 2) - 1 : number * 2);

    private void Flag(bool flag) => Number(flag ? 1 : 0);

    private void TextOrNull(string? text)
    {
        if (text is null)
        {
            Number(0);
        }
        else
        {
            Number(Index(text) + 1);
        }
    }

    private void Text(string text) => Number(Index(text));

    private int Index(string text)
    {
        if (_texts.TryGetValue(text, out var index))
        {
            return index;
        }
        _texts.Add(text, index = _order.Count);
        _order.Add(text);
        return index;
    }

    private void Number(long number)
    {
        var span = _output.GetSpan(10);
        var length = 0;
        for (var rest = (ulong)number; ; rest >>= 7)
        {
            span[length] = (byte)(rest & 0x7F);
            if (rest > 0x7F)
            {
                span[length] |= 0x80;
            }
            length++;
            if (rest <= 0x7F)
            {
                break;
            }
        }

        _output.Advance(length);
    }
}
