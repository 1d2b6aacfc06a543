using Hub.Berichten;
using Hub.Register;
using Hub.Termijnen;
using Hub.Worklist;
using Hub.Zaken;
using Ijw.Content;
using Ijw.Dossiers.Facts;

namespace Hub.Verwerking.Steps;

/// <summary>Says what the work on a bericht changes in the worklists of its two parties, before anything of that is written.</summary>
public sealed class WorklistWork(TermijnWatch termijnen, IRegister register, ClientKeys keys)
{
    /// <summary>What it does to the clocks of its pair; null when it does nothing.</summary>
    /// <param name="bericht">The bericht, judged and answered.</param>
    /// <param name="isFirst">Whether this is the first attempt: then what nearly always is new is not looked for.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="StorageException">A table or the archive failed.</exception>
    public async Task<TermijnPlan?> PlanAsync(BerichtCase bericht, bool isFirst, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(bericht);
        return bericht switch
        {
            { Answer: null } => await termijnen
                .PlanAsync(bericht.Known, bericht.Bericht, bericht.Content, cancellation)
                .ConfigureAwait(false),
            { GoesOn: true } => await termijnen
                .PlanAnsweredAsync(bericht.Known, bericht.Bericht, bericht.Content, isFirst, cancellation)
                .ConfigureAwait(false),
            _ => null,
        };
    }

    /// <summary>All that changes; the clocks as they were planned.</summary>
    /// <exception cref="StorageException">A table or the archive failed.</exception>
    public async Task<WorklistChange> ChangeAsync(BerichtCase bericht, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(bericht);
        return OfTermijnen(bericht) with
        {
            Processed = bericht.Bericht,
            Verdict = await VerdictAsync(bericht, cancellation).ConfigureAwait(false),
            Lines = await LinesAsync(bericht, cancellation).ConfigureAwait(false),
        };
    }

    /// <summary>Only what becomes of clocks.</summary>
    public static WorklistChange OfTermijnen(BerichtCase bericht)
    {
        ArgumentNullException.ThrowIfNull(bericht);
        return new WorklistChange { Pair = Pair.Of(bericht.Bericht.Header), Termijnen = bericht.Plan?.Listed() ?? [] };
    }

    private async Task<ZaakVerdict?> VerdictAsync(BerichtCase bericht, CancellationToken cancellation)
    {
        if (bericht.Answer is { } answer)
        {
            return bericht.Bericht.Zaak is { } zaak ? Verdict(bericht.Bericht, zaak, answer.Bericht, answer.Read.Content) : null;
        }
        if (await HeenberichtAsync(bericht, cancellation).ConfigureAwait(false) is not var (heen, content))
        {
            return null;
        }
        return (heen.Zaak ?? Zaaksleutel.Of(content, keys)) is { } other ? Verdict(heen, other, bericht.Bericht, bericht.Content) : null;
    }

    private static ZaakVerdict Verdict(BerichtStatus heen, string zaak, BerichtStatus answer, BerichtContent content)
    {
        var isRefused = Outcome.Of(content).Kind == OutcomeKind.Refused;
        return new ZaakVerdict(
            heen,
            zaak,
            new Attempt(
                heen.BerichtId,
                heen.Trail.Received,
                isRefused ? Zaken.Verdict.Refused : Zaken.Verdict.Accepted,
                answer.Trail.Received,
                isRefused ? AnswerCodes.Of(content) : []
            )
            {
                Answer = answer.BerichtId,
            }
        );
    }

    private async Task<LineChange?> LinesAsync(BerichtCase bericht, CancellationToken cancellation)
    {
        switch (bericht.Content)
        {
            // What the register had of its toewijzingen was read to judge it.
            case DeclaratieBericht declaratie when bericht.Dossier is { } dossier:
                return LineChange.Of(
                    [.. Toewijzingen(declaratie).SelectMany(dossier.PrestatiesOn)],
                    [],
                    Own(declaratie, bericht.Answer?.Outcome ?? Outcome.Open, bericht.Bericht),
                    declaratie.Declaratie.Value.DeclaratieNummer,
                    bericht.Answer?.Bericht.Trail.Received
                );
            case DeclaratieAnswerBericht answer
                when await HeenberichtAsync(bericht, cancellation).ConfigureAwait(false) is (var heen, DeclaratieBericht declaratie):
                var open = Own(declaratie, Outcome.Open, heen);
                var documents = open.SelectMany(notice => notice.Documents).ToHashSet();
                var facts = await register.Open().ReadAsync(documents, cancellation).ConfigureAwait(false);
                return LineChange.Of(
                    [.. facts.OfType<PrestatieNotice>().Where(notice => notice.Origin.BerichtId != heen.BerichtId)],
                    open,
                    Own(declaratie, Outcome.Of(answer), heen),
                    declaratie.Declaratie.Value.DeclaratieNummer,
                    bericht.Bericht.Trail.Received
                );
            default:
                return null;
        }
    }

    // Its first answer only: another changes nothing any more.
    private static async Task<(BerichtStatus Heen, BerichtContent Content)?> HeenberichtAsync(
        BerichtCase bericht,
        CancellationToken cancellation
    ) =>
        bericht.Place is { IsRepeated: false, Heenbericht: { } id }
            ? await bericht.Known.FindAsync(id, cancellation).ConfigureAwait(false)
            : null;

    private static HashSet<int> Toewijzingen(DeclaratieBericht declaratie) =>
        [.. declaratie.Clienten.SelectMany(client => client.Value.Prestaties).Select(prestatie => prestatie.Value.ToewijzingNummer)];

    private static PrestatieNotice[] Own(DeclaratieBericht declaratie, Outcome outcome, BerichtStatus bericht) =>
        [.. BerichtFacts.Of(declaratie, outcome, bericht.BerichtId, bericht.Trail.Received).OfType<PrestatieNotice>()];
}
