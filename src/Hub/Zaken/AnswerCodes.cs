using Ijw.Content;

namespace Hub.Zaken;

/// <summary>Why an answer refuses.</summary>
public static class AnswerCodes
{
    /// <summary>
    /// The retourcodes of an answer that say something, in ascending order: not 0200, 0233 and 8001. Of a JW325 those of its Header and its
    /// DeclaratieAntwoord, not those of lines.
    /// </summary>
    /// <exception cref="ArgumentException">The bericht is no answer.</exception>
    public static IReadOnlyList<string> Of(BerichtContent answer)
    {
        IEnumerable<string> codes = answer switch
        {
            Retourbericht retour => retour.Headercodes.Concat(retour.KlasseCodes),
            DeclaratieAnswerBericht declaratie => declaratie.Headercodes.Concat(declaratie.Answer?.Value.Codes ?? []),
            _ => throw new ArgumentException("The bericht is no answer.", nameof(answer)),
        };
        return
        [
            .. codes
                .Where(code => code is not (Retourcodes.NoRemark or Retourcodes.NotJudged or Retourcodes.CompleteGranted))
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];
    }
}
