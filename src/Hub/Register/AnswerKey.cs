using Ijw.Content;
using Ijw.Dossiers.Facts;

namespace Hub.Register;

/// <summary>Ties answers to the berichten that they answer: by pair, berichtsoort, Afzender and Identificatie of the heenbericht.</summary>
/// <remarks>
/// An Identificatie should be used once and answered once. When it is not, the first answer belongs to the first bericht, the second to the
/// second, by receipt; what is left over answers nothing.
/// </remarks>
internal sealed record AnswerKey(string Gemeente, string Aanbieder, string Berichtsoort, string Afzender, string Identificatie)
{
    /// <summary>The documents that hold the berichten with this key, and their answers.</summary>
    public IReadOnlySet<DocumentKey> Documents
    {
        get
        {
            var origin = new Origin("-", Berichtsoort, Gemeente, Aanbieder, default, default, FactState.Open);
            Fact[] facts =
            [
                new IdentificatieUse(origin, 0, Afzender, Identificatie),
                new RetourNotice(origin, 0, Berichtsoort, Afzender, Identificatie, true),
            ];
            return facts.SelectMany(fact => fact.Documents).ToHashSet();
        }
    }

    /// <summary>The key by which a heenbericht is answered.</summary>
    public static AnswerKey On(BerichtHeader header) =>
        new(header.Gemeente, header.Aanbieder, header.Kind.Name, header.Afzender, header.Identificatie);

    /// <summary>The key of what an answer answers; null when it is no answer.</summary>
    public static AnswerKey? Of(BerichtContent content)
    {
        var header = content.Header;
        return content switch
        {
            Retourbericht => new AnswerKey(
                header.Gemeente,
                header.Aanbieder,
                header.Kind.Heenbericht!.Name,
                header.Afzender,
                header.Identificatie
            ),
            DeclaratieAnswerBericht answer => new AnswerKey(
                header.Gemeente,
                header.Aanbieder,
                Standard.Declaratie.Name,
                header.Ontvanger,
                answer.Reference.Identificatie
            ),
            _ => null,
        };
    }

    /// <summary>What the register has of these berichten and their answers, as if <paramref name="changes"/> had been made.</summary>
    /// <exception cref="StorageException">A table failed.</exception>
    public async Task<IReadOnlyList<Fact>> ReadAsync(
        IRegisterSession session,
        IReadOnlyCollection<RegisterChange> changes,
        CancellationToken cancellation
    )
    {
        var facts = await session.ReadAsync(Documents, cancellation).ConfigureAwait(false);
        return
        [
            .. facts.Where(fact => changes.All(change => change.BerichtId != fact.Origin.BerichtId)),
            .. changes.SelectMany(change => change.Facts).Where(fact => fact is IdentificatieUse or RetourNotice),
        ];
    }

    /// <summary>The berichten with this key, by receipt.</summary>
    public IReadOnlyList<string> Heenberichten(IEnumerable<Fact> facts) =>
        [.. OnOrder(facts.OfType<IdentificatieUse>().Where(IsOf)).Select(use => use.Origin.BerichtId)];

    /// <summary>The answer to one bericht with this key; null while there is none.</summary>
    public RetourNotice? AnswerTo(string berichtId, IEnumerable<Fact> facts)
    {
        var all = facts.ToList();
        // A bericht that is not there yet comes last.
        var place = Heenberichten(all).TakeWhile(id => id != berichtId).Count();
        return OnOrder(all.OfType<RetourNotice>().Where(IsOf)).ElementAtOrDefault(place);
    }

    /// <summary>Which bericht with this key an answer answers.</summary>
    public AnswerPlace Place(string answerId, IEnumerable<Fact> facts)
    {
        var all = facts.ToList();
        var heenberichten = Heenberichten(all);
        var place = OnOrder(all.OfType<RetourNotice>().Where(IsOf)).TakeWhile(notice => notice.Origin.BerichtId != answerId).Count();
        return place < heenberichten.Count
            ? new AnswerPlace(heenberichten[place], IsRepeated: false)
            : new AnswerPlace(heenberichten.Count > 0 ? heenberichten[^1] : null, IsRepeated: heenberichten.Count > 0);
    }

    private static IEnumerable<T> OnOrder<T>(IEnumerable<T> facts)
        where T : Fact =>
        facts
            .DistinctBy(fact => fact.Origin.BerichtId)
            .OrderBy(fact => fact.Origin.Moment)
            .ThenBy(fact => fact.Origin.BerichtId, StringComparer.Ordinal);

    private bool IsOf(IdentificatieUse use) =>
        (use.Origin.Gemeente, use.Origin.Aanbieder, use.Origin.Berichtsoort) == (Gemeente, Aanbieder, Berichtsoort)
        && (use.Afzender, use.Identificatie) == (Afzender, Identificatie);

    private bool IsOf(RetourNotice notice) =>
        (notice.Heenbericht, notice.Afzender, notice.Identificatie) == (Berichtsoort, Afzender, Identificatie);
}
