using Ijw.Findings;
using Ijw.Model;
using Ijw.Model.Datatypes;
using Ijw.Writing;

namespace Ijw.Retour;

/// <summary>Builds the answer to a heenbericht (retour.md); the same input always gives the same bytes.</summary>
/// <remarks>
/// Everywhere <c>identificatie</c> is the IdentificatieRetour, or the Identificatie of the JW325: 1 to 12 characters, unique for the one in
/// whose name it goes; and <c>dagtekening</c> the date of the answer in the Netherlands, not before that of the heenbericht.
/// </remarks>
public static class RetourBuilder
{
    /// <summary>The version of the schemas that our own berichten are built on (IV034, messages.md 2.1).</summary>
    public const string XsdVersie = "1.0.0";

    /// <summary>
    /// The answer to a heenbericht and what was found on it. A finding of level 2 refuses the bericht as a whole (Header 0001); one of
    /// level 3 or 4 in the Header refuses it with its own code; one elsewhere gives all classes of the client back, each with its codes;
    /// none at all approves it. For a JW323 the JW325 in shape B, C, D, E, F, G or H of retour.md 3.1. Advice, and a finding without a
    /// retourcode, is passed over.
    /// </summary>
    /// <returns>The bericht, as OP192 asks it.</returns>
    /// <exception cref="ArgumentException">
    /// The berichtsoort has no answer, there is a finding of level 1 (no answer exists for it), a code is not one that a finding can have,
    /// or a finding points at a class that is not there.
    /// </exception>
    public static byte[] Make(BerichtTree heen, IReadOnlyList<Bevinding> bevindingen, string identificatie, DateOnly dagtekening) =>
        MakeTree(heen, bevindingen, identificatie, dagtekening).Write();

    /// <summary>The same from a stream, which stays open; of a JW323 only what is refused is kept in memory.</summary>
    /// <returns>The bericht, as OP192 asks it.</returns>
    /// <exception cref="ArgumentException">As with a tree, or the stream doesn't hold a bericht that is level 1 clean.</exception>
    public static async Task<byte[]> MakeAsync(
        Stream heen,
        IReadOnlyList<Bevinding> bevindingen,
        string identificatie,
        DateOnly dagtekening,
        CancellationToken cancellation = default
    )
    {
        var reader = new TreeReader(keeps: new DeclaratiePruning(bevindingen).Keeps);
        var tree =
            await reader.ReadAsync(heen, cancellation).ConfigureAwait(false)
            ?? throw new ArgumentException("The stream does not hold a bericht that is level 1 clean.", nameof(heen));
        return Make(tree, bevindingen, identificatie, dagtekening);
    }

    /// <summary>
    /// The answer when a rule of level 2 is broken: a retourbericht with only a Header and 0001 (retour.md 2), or for a JW323 the JW325 of
    /// shape B (retour.md 3.1).
    /// </summary>
    /// <param name="heenbericht">The Header of the bericht that is refused.</param>
    /// <param name="identificatie">The identity of the answer.</param>
    /// <param name="dagtekening">The date of the answer.</param>
    /// <returns>The bericht, as OP192 asks it.</returns>
    /// <exception cref="ArgumentException">The berichtsoort has no answer.</exception>
    public static byte[] TechnicallyRejected(BerichtHeader heenbericht, string identificatie, DateOnly dagtekening)
    {
        ArgumentNullException.ThrowIfNull(heenbericht);
        return HeaderOnly(heenbericht, identificatie, dagtekening, Retourcodes.TechnicallyRejected);
    }

    /// <summary>
    /// The retourbericht when nothing is wrong: only a Header, without codes (retour.md 2). It needs no more of the bericht than its
    /// Header.
    /// </summary>
    /// <param name="heenbericht">The Header of the bericht that is accepted.</param>
    /// <param name="identificatie">The identity of the answer.</param>
    /// <param name="dagtekening">The date of the answer.</param>
    /// <returns>The bericht, as OP192 asks it.</returns>
    /// <exception cref="ArgumentException">The berichtsoort is not answered with a retourbericht: a JW325 needs the totals too.</exception>
    public static byte[] Accepted(BerichtHeader heenbericht, string identificatie, DateOnly dagtekening)
    {
        ArgumentNullException.ThrowIfNull(heenbericht);
        if (!Answer(heenbericht.Kind).IsRetour)
        {
            throw new ArgumentException($"{heenbericht.Kind} is not answered with a retourbericht.", nameof(heenbericht));
        }
        return HeaderOnly(heenbericht, identificatie, dagtekening);
    }

    private static byte[] HeaderOnly(BerichtHeader heenbericht, string identificatie, DateOnly dagtekening, params string[] codes)
    {
        var answer = new BerichtTree(Answer(heenbericht.Kind));
        RetourHeader.Write(answer, heenbericht, identificatie, dagtekening, codes);
        return answer.Write();
    }

    /// <summary>The answer as a tree.</summary>
    internal static BerichtTree MakeTree(BerichtTree heen, IReadOnlyList<Bevinding> bevindingen, string identificatie, DateOnly dagtekening)
    {
        ArgumentNullException.ThrowIfNull(heen);
        ArgumentNullException.ThrowIfNull(bevindingen);
        var answer = new BerichtTree(Answer(heen.Kind));
        Check(bevindingen);
        var codes = new KlasseCodes(heen.Kind, bevindingen);
        var inHeader = bevindingen.Any(bevinding => bevinding is { Level: 2, Advice: false })
            ? [Retourcodes.TechnicallyRejected]
            : codes.On(heen.Header);
        var isRetour = answer.Kind.IsRetour;
        var hasContent = inHeader.Count == 0 && (!isRetour || !codes.IsEmpty);
        if (hasContent)
        {
            inHeader = [Retourcodes.NoRemark];
        }
        RetourHeader.Write(answer, RetourHeader.Read(heen), identificatie, dagtekening, inHeader);
        if (!hasContent)
        {
            return answer;
        }

        if (isRetour)
        {
            KlassenRetour.Fill(answer, heen, codes);
        }
        else
        {
            DeclaratieAnswer.Fill(answer, heen, codes);
        }
        if (codes.Unused.FirstOrDefault() is { } path && !LapsesWithDeclaratie(heen, codes))
        {
            throw new ArgumentException($"A finding points at {path}, which is not in the bericht.", nameof(bevindingen));
        }
        return answer;
    }

    /// <summary>When the declaratie itself is refused, its clients and prestaties are not given back (shape D).</summary>
    private static bool LapsesWithDeclaratie(BerichtTree heen, KlasseCodes codes) =>
        heen.Kind.IsDeclaratie && codes.On(heen.Content!).Count > 0;

    private static Berichtsoort Answer(Berichtsoort heen) =>
        heen.Answer is { } name ? Standard.Find(name)! : throw new ArgumentException($"{heen} has no answer.", nameof(heen));

    private static void Check(IReadOnlyList<Bevinding> bevindingen)
    {
        foreach (var bevinding in bevindingen)
        {
            if (bevinding.Level == 1)
            {
                throw new ArgumentException("There is no answer to a bericht that breaks level 1.", nameof(bevindingen));
            }
            if (bevinding.Level == 2 || bevinding.Advice || bevinding.Retourcode is not { } code)
            {
                continue;
            }
            var isFault =
                code
                is not (Retourcodes.NoRemark or Retourcodes.NotJudged or Retourcodes.CompleteGranted or Retourcodes.TechnicallyRejected);
            if (!isFault || Codelijsten.RetourCode.Meaning(code) is null)
            {
                throw new ArgumentException($"{bevinding.Rule} has a retourcode that no finding can have.", nameof(bevindingen));
            }
        }
    }
}
