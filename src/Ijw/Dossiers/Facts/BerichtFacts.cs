using Ijw.Content;
using Ijw.Model;

namespace Ijw.Dossiers.Facts;

/// <summary>Makes the feiten of a bericht.</summary>
public static class BerichtFacts
{
    /// <summary>
    /// All feiten of a bericht, given what it has come to. A pure function: the same input gives the same feiten. A rejected bericht has
    /// only its
    /// <see cref="IdentificatieUse"/>; an answer (retour, JW325) is nobody's to reject, and <paramref name="outcome"/> says nothing on it.
    /// </summary>
    /// <param name="content">The bericht.</param>
    /// <param name="outcome">What it has come to; for a JW323 with the prestaties that were refused.</param>
    /// <param name="berichtId">The identity of the bericht, in printable ASCII.</param>
    /// <param name="moment">When it was received, in UTC.</param>
    public static IReadOnlyList<Fact> Of(BerichtContent content, Outcome outcome, string berichtId, DateTimeOffset moment)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(outcome);
        ArgumentException.ThrowIfNullOrEmpty(berichtId);
        var header = content.Header;
        var isAnswer = content is Retourbericht or DeclaratieAnswerBericht;
        var state = isAnswer || outcome.Kind == OutcomeKind.Accepted ? FactState.Accepted : FactState.Open;
        var origin = new Origin(
            berichtId,
            header.Kind.Name,
            header.Gemeente,
            header.Aanbieder,
            moment.ToUniversalTime(),
            content.Dagtekening,
            state
        );
        var facts = new List<Fact>();
        if (!header.Kind.IsRetour)
        {
            facts.Add(new IdentificatieUse(origin, 0, header.Afzender, header.Identificatie));
        }
        if (isAnswer || outcome.Kind != OutcomeKind.Refused)
        {
            Add(facts, content, outcome, origin);
        }
        return facts;
    }

    private static void Add(List<Fact> facts, BerichtContent content, Outcome outcome, Origin origin)
    {
        switch (content)
        {
            case ToewijzingBericht { Client.Value.Key: var client } bericht:
                facts.AddRange(bericht.Products.Select((product, place) => new ToewijzingVersion(origin, place, client, product.Value)));
                break;
            case Startbericht { Client.Value.Key: var client } bericht:
                facts.AddRange(bericht.Products.Select((product, place) => new StartNotice(origin, place, client, product.Value)));
                break;
            case Stopbericht { Client.Value.Key: var client } bericht:
                facts.AddRange(bericht.Products.Select((product, place) => new StopNotice(origin, place, client, product.Value)));
                break;
            case VerzoekToToewijzing { Client.Value.Key: var client } bericht:
                facts.AddRange(bericht.Products.Select((product, place) => Verzoek(origin, place, client, product.Value)));
                break;
            case VerzoekToWijziging { Client.Value.Key: var client } bericht:
                facts.Add(new VerzoekNotice(origin, 0, client, bericht.Verzoek.Value.ReferentieAanbieder, null, null));
                break;
            case AnswerBericht bericht:
                facts.Add(new VerzoekAnswer(origin, 0, bericht.Answer.Value));
                break;
            case DeclaratieBericht bericht:
                Add(facts, bericht, outcome, origin);
                break;
            case DeclaratieAnswerBericht bericht:
                var accepted = Outcome.Of(bericht).Kind == OutcomeKind.Accepted;
                facts.Add(
                    new RetourNotice(origin, 0, JW323.Kind.Name, bericht.Header.Ontvanger, bericht.Reference.Identificatie, accepted)
                );
                break;
            case Retourbericht bericht:
                var header = bericht.Header;
                facts.Add(
                    new RetourNotice(origin, 0, header.Kind.Heenbericht!.Name, header.Afzender, header.Identificatie, !bericht.Refuses)
                );
                break;
        }
    }

    private static VerzoekNotice Verzoek(Origin origin, int place, ClientKey client, AangevraagdProduct product) =>
        new(origin, place, client, product.ReferentieAanbieder, product.Product, product.Period);

    private static void Add(List<Fact> facts, DeclaratieBericht bericht, Outcome outcome, Origin origin)
    {
        var header = bericht.Header;
        facts.Add(
            new DeclaratieNotice(
                origin,
                0,
                header.Identificatie,
                header.BasisschemaXsdVersie,
                header.BerichtXsdVersie,
                bericht.Declaratie.Value
            )
        );
        var place = 0;
        foreach (var klasse in bericht.Clienten.SelectMany(client => client.Value.Prestaties))
        {
            var prestatie = klasse.Value;
            facts.Add(Notice(origin, place, prestatie, outcome));
            facts.Add(new ReferenceUse(origin, place++, prestatie.ReferentieNummer, prestatie.ToewijzingNummer));
        }
    }

    private static PrestatieNotice Notice(Origin origin, int place, Prestatie prestatie, Outcome outcome) =>
        new(origin, place, OutcomeOf(prestatie, outcome), prestatie) { Codes = outcome.CodesOf(PrestatieKey.Of(prestatie)) };

    private static PrestatieOutcome OutcomeOf(Prestatie prestatie, Outcome outcome) =>
        outcome.Kind == OutcomeKind.Open ? PrestatieOutcome.Open
        : outcome.RefusedPrestaties.Contains(PrestatieKey.Of(prestatie)) ? PrestatieOutcome.Refused
        : PrestatieOutcome.Granted;
}
