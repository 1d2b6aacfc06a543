using System.Globalization;
using Hub.Berichten;
using Ijw.Content;

namespace Hub.Termijnen;

/// <summary>What a bericht does to the clocks of its pair; a pure function of what it says (process.md 2).</summary>
/// <param name="Stops">The clocks that it stops; one that isn't set yet, is stopped before it is.</param>
/// <param name="StopsAsSet">The clocks that it stops when they are set.</param>
/// <param name="Reopens">The clocks that it lets run again: what had stopped them no longer counts.</param>
/// <param name="Lapses">The clocks that it takes the ground away of, by an equal or later decision.</param>
/// <param name="Set">The clocks that it sets.</param>
internal sealed record TermijnWork(
    IReadOnlyList<string> Stops,
    IReadOnlyList<string> StopsAsSet,
    IReadOnlyList<string> Reopens,
    IReadOnlyList<(string Key, string Rank)> Lapses,
    IReadOnlyList<(string Key, TermijnSetting Setting)> Set
)
{
    /// <summary>
    /// Of so many products of one bericht terms are timed: more than any client has, so that a bericht with thousands, which is allowed,
    /// costs no more than others.
    /// </summary>
    public const int MaxProducts = 100;

    private const int WorkingDaysRetour = 3;
    private const int WorkingDaysDeclaratie = 10;
    private const int WorkingDaysVerzoek = 5;
    private const int WorkingDaysLevering = 5;
    private const int DaysInvestigation = 8 * 7;
    private const int DaysWoonplaats = 14;

    /// <summary>What a bericht does when it is delivered.</summary>
    /// <param name="bericht">The bericht.</param>
    /// <param name="content">What it says; null when no more than its Header is known.</param>
    /// <param name="workingDays">Those of its gemeente.</param>
    public static TermijnWork Of(BerichtStatus bericht, BerichtContent? content, WorkingDays workingDays)
    {
        var set = new List<(string, TermijnSetting)>();
        if (bericht.Header.Kind.Answer is not null)
        {
            set.Add(Answer(bericht, workingDays));
        }
        return content switch
        {
            VerzoekToToewijzing verzoek => Nothing with
            {
                Set = [.. set, .. verzoek.Products.Take(MaxProducts).Select(product => Verzoek(bericht, product, workingDays))],
            },
            VerzoekToWijziging verzoek => Nothing with { Set = [.. set, Verzoek(bericht, verzoek.Verzoek, workingDays)] },
            ToewijzingBericht toewijzing => Definitive([.. References(toewijzing)]) with { Set = set },
            AnswerBericht { Answer.Value: { IsInInvestigation: true } answer } => Nothing with
            {
                Set = set,
                Stops = [TermijnKey.Verzoek(answer.ReferentieAanbieder)],
            },
            AnswerBericht answer => Definitive(answer.Answer.Value.ReferentieAanbieder) with { Set = set },
            Startbericht start => Of(start) with { Set = set },
            Stopbericht stop => Of(stop) with { Set = set },
            Retourbericht { Header: var header } => Nothing with
            {
                Stops = [TermijnKey.Answer(header.Kind.Heenbericht!.Name, header.Afzender, header.Identificatie)],
            },
            DeclaratieAnswerBericht answer => Nothing with
            {
                Stops = [TermijnKey.Answer(Standard.Declaratie.Name, answer.Header.Ontvanger, answer.Reference.Identificatie)],
            },
            _ => Nothing with { Set = set },
        };
    }

    /// <summary>What a JW301 does once it is accepted: starts and stops are due on what it assigns.</summary>
    public static TermijnWork OfToewijzing(BerichtStatus bericht, ToewijzingBericht content, WorkingDays workingDays)
    {
        var set = new List<(string, TermijnSetting)>();
        var lapses = new List<(string, string)>();
        foreach (var product in content.Products.Take(MaxProducts))
        {
            var (number, rank) = (product.Value.ToewijzingNummer, Rank(product.Value));
            if (product.Value.IsRemoved)
            {
                lapses.Add((TermijnKey.Start(number), rank));
            }
            else
            {
                set.Add(
                    (
                        TermijnKey.Start(number),
                        Setting(bericht, TermijnKind.Start, product.Path, After(bericht, product.Value.Ingangsdatum, workingDays), rank)
                    )
                );
            }
            if (product.Value.IsRemoved || product.Value.Einddatum is not { } end)
            {
                lapses.Add((TermijnKey.Stop(number), rank));
            }
            else
            {
                set.Add(
                    (TermijnKey.Stop(number), Setting(bericht, TermijnKind.Stop, product.Path, After(bericht, end, workingDays), rank))
                );
            }
        }

        return Nothing with
        {
            Set = set,
            Lapses = lapses,
        };
    }

    /// <summary>What a JW319 that says "in onderzoek" sets on the request that it answers.</summary>
    /// <param name="verzoek">The JW315 or JW317.</param>
    /// <param name="setting">The clock on the request that the JW319 stops.</param>
    /// <param name="answer">The JW319.</param>
    /// <param name="reference">The reference of the request.</param>
    public static TermijnWork OfInvestigation(BerichtStatus verzoek, TermijnSetting setting, BerichtStatus answer, string reference)
    {
        var dagtekening = verzoek.Header.Dagtekening ?? verzoek.Ontvangstdatum;
        var investigation = setting with
        {
            Kind = TermijnKind.Investigation,
            SetBy = answer.BerichtId,
            Deadline = Later(dagtekening, DaysInvestigation),
        };
        var woonplaats = investigation with
        {
            Kind = TermijnKind.Woonplaatsbeginsel,
            Deadline = Later(verzoek.Ontvangstdatum, DaysWoonplaats),
        };
        return Nothing with
        {
            Set =
                setting.Kind == TermijnKind.VerzoekToToewijzing
                    ? [(TermijnKey.Investigation(reference), investigation), (TermijnKey.Woonplaats(reference), woonplaats)]
                    : [(TermijnKey.Investigation(reference), investigation)],
        };
    }

    /// <summary>The same without the clock on its answer: it has been answered.</summary>
    public TermijnWork WithoutAnswerTo(BerichtStatus bericht)
    {
        var key = TermijnKey.Answer(bericht.Header.Kind.Name, bericht.Header.Afzender, bericht.Header.Identificatie);
        return this with { Set = [.. Set.Where(what => what.Key != key)] };
    }

    private static TermijnWork Nothing { get; } = new([], [], [], [], []);

    private static TermijnWork Of(Startbericht bericht)
    {
        var products = bericht
            .Products.Take(MaxProducts)
            .Select(product => product.Value)
            .Where(product => product.ToewijzingNummer is not null)
            .ToList();
        var started = products.Where(product => !product.IsRemoval).Select(product => product.ToewijzingNummer!.Value).Distinct().ToList();
        var removed = products.Where(product => product.IsRemoval).Select(product => product.ToewijzingNummer!.Value).Except(started);
        return Nothing with
        {
            Stops = [.. started.Select(TermijnKey.Start)],
            Reopens = [.. removed.Select(TermijnKey.Start), .. started.Select(TermijnKey.Stop)],
        };
    }

    private static TermijnWork Of(Stopbericht bericht)
    {
        var definitive = bericht
            .Products.Take(MaxProducts)
            .Select(product => product.Value)
            .Where(product => product is { ToewijzingNummer: not null, IsTemporary: false })
            .ToList();
        var stopped = definitive
            .Where(product => !product.IsRemoval)
            .Select(product => product.ToewijzingNummer!.Value)
            .Distinct()
            .ToList();
        var removed = definitive.Where(product => product.IsRemoval).Select(product => product.ToewijzingNummer!.Value).Except(stopped);
        return Nothing with { Stops = [.. stopped.Select(TermijnKey.Stop)], Reopens = [.. removed.Select(TermijnKey.Stop)] };
    }

    private static IEnumerable<string> References(ToewijzingBericht bericht) =>
        bericht
            .Products.Take(MaxProducts)
            .Select(product => product.Value.ReferentieAanbieder)
            .OfType<string>()
            .Distinct(StringComparer.Ordinal);

    private static TermijnWork Definitive(params string[] references) =>
        Nothing with
        {
            Stops = [.. references.Select(TermijnKey.Verzoek)],
            StopsAsSet = [.. references.Select(TermijnKey.Investigation), .. references.Select(TermijnKey.Woonplaats)],
        };

    private static (string, TermijnSetting) Answer(BerichtStatus bericht, WorkingDays workingDays)
    {
        var header = bericht.Header;
        var (kind, days) = header.Kind.IsDeclaratie
            ? (TermijnKind.DeclaratieAnswer, WorkingDaysDeclaratie)
            : (TermijnKind.Retour, WorkingDaysRetour);
        return (
            TermijnKey.Answer(header.Kind.Name, header.Afzender, header.Identificatie),
            Setting(bericht, kind, null, workingDays.After(bericht.Ontvangstdatum, days))
        );
    }

    private static (string, TermijnSetting) Verzoek(BerichtStatus bericht, Klasse<AangevraagdProduct> product, WorkingDays workingDays) =>
        (
            TermijnKey.Verzoek(product.Value.ReferentieAanbieder),
            Setting(bericht, TermijnKind.VerzoekToToewijzing, product.Path, workingDays.After(bericht.Ontvangstdatum, WorkingDaysVerzoek))
        );

    private static (string, TermijnSetting) Verzoek(BerichtStatus bericht, Klasse<Verzoek> verzoek, WorkingDays workingDays) =>
        (
            TermijnKey.Verzoek(verzoek.Value.ReferentieAanbieder),
            Setting(bericht, TermijnKind.VerzoekToWijziging, null, workingDays.After(bericht.Ontvangstdatum, WorkingDaysVerzoek))
        );

    private static DateOnly After(BerichtStatus bericht, DateOnly day, WorkingDays workingDays) =>
        Later(day, 31) == DateOnly.MaxValue
            ? DateOnly.MaxValue
            : workingDays.After(day > bericht.Ontvangstdatum ? day : bericht.Ontvangstdatum, WorkingDaysLevering);

    // A date in a bericht can be any.
    private static DateOnly Later(DateOnly day, int days) =>
        day.DayNumber + days > DateOnly.MaxValue.DayNumber ? DateOnly.MaxValue : day.AddDays(days);

    private static string Rank(ToegewezenProduct product) =>
        string.Create(CultureInfo.InvariantCulture, $"{product.ToewijzingDate:yyyyMMdd}{product.ToewijzingTime.Ticks:D12}");

    private static TermijnSetting Setting(BerichtStatus bericht, TermijnKind kind, string? path, DateOnly deadline, string rank = "") =>
        new()
        {
            Kind = kind,
            BerichtId = bericht.BerichtId,
            Berichtsoort = bericht.Header.Kind.Name,
            Identificatie = bericht.Header.Identificatie,
            Path = path,
            OnTurn = kind is TermijnKind.Start or TermijnKind.Stop ? bericht.Header.Aanbieder : bericht.Header.Addressee,
            Deadline = deadline,
            SetBy = bericht.BerichtId,
            Rank = rank,
        };
}
