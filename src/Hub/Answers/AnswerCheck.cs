using Hub.Berichten;
using Hub.Postbus;
using Ijw.Content;
using Ijw.Dossiers.Facts;

namespace Hub.Answers;

/// <summary>Looks at an answer of a deelnemer for what can't be right (retour.md section 4); a pure function.</summary>
public static class AnswerCheck
{
    /// <summary>What is odd about an answer, in the order of <see cref="SignalKind"/>.</summary>
    /// <param name="answer">What the answer says.</param>
    /// <param name="heen">The bericht that it answers, with the hub's verdict on it; null when the hub never saw it.</param>
    /// <param name="isRepeated">Whether that was answered before.</param>
    public static IReadOnlyList<SignalKind> Check(BerichtContent answer, BerichtStatus? heen, bool isRepeated)
    {
        var signals = new List<SignalKind>();
        if (isRepeated)
        {
            signals.Add(SignalKind.SecondAnswer);
        }
        if (ContradictsItself(answer))
        {
            signals.Add(SignalKind.Contradiction);
        }
        if (heen is null || isRepeated)
        {
            return signals;
        }

        var outcome = Outcome.Of(answer);
        // Of a declaratie that was granted in part it is not said here which part the hub would have granted.
        if (outcome is { Kind: OutcomeKind.Accepted, RefusedPrestaties.Count: 0 } && heen.Oordeel == Oordeel.Rejected)
        {
            signals.Add(SignalKind.AcceptedWithFaults);
        }
        if (Headercodes(answer).Contains(Retourcodes.TechnicallyRejected) && !heen.IsTechnicallyRejected)
        {
            signals.Add(SignalKind.RefusedWithoutFault);
        }
        return signals;
    }

    private static IReadOnlyList<string> Headercodes(BerichtContent answer) =>
        answer switch
        {
            Retourbericht retour => retour.Headercodes,
            DeclaratieAnswerBericht declaratie => declaratie.Headercodes,
            _ => throw new ArgumentException("The bericht is no answer.", nameof(answer)),
        };

    /// <summary>
    /// The shapes of retour.md 2 and 3.1: 0200 in the Header goes with classes of which one has a code, any other code stands alone.
    /// </summary>
    private static bool ContradictsItself(BerichtContent answer)
    {
        var codes = Headercodes(answer);
        var isWithContent = codes.Contains(Retourcodes.NoRemark);
        if (isWithContent && codes.Count > 1)
        {
            return true;
        }
        return answer switch
        {
            Retourbericht { KlasseCodes: var inKlassen } => isWithContent ? !inKlassen.Any(IsFault) : inKlassen.Count > 0,
            DeclaratieAnswerBericht { Answer: var content } => isWithContent != content is not null,
            _ => false,
        };
    }

    private static bool IsFault(string code) => code is not (Retourcodes.NoRemark or Retourcodes.NotJudged);
}
