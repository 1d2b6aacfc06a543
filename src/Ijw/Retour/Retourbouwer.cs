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
public static class Retourbouwer
{
    /// <summary>The version of the schemas that our own berichten are built on (IV034, messages.md 2.1).</summary>
    public const string XsdVersie = "1.0.0";

    /// <summary>
    /// The answer to a heenbericht and what was found on it. A finding of level 2 refuses the bericht as a whole (Header 0001); one of level 3
    /// or 4 in the Header refuses it with its own code; one elsewhere gives all classes of the client back, each with its codes; none at all
    /// approves it. For a JW323 the JW325 in shape B, C, D, E, F, G or H of retour.md 3.1. Advice, and a finding without a retourcode, is passed over.
    /// </summary>
    /// <returns>The bericht, as OP192 asks it.</returns>
    /// <exception cref="ArgumentException">
    /// The berichtsoort has no answer, there is a finding of level 1 (no answer exists for it), a code is not one that a finding can have, or a
    /// finding points at a class that is not there.
    /// </exception>
    public static byte[] Maak(Berichtboom heen, IReadOnlyList<Bevinding> bevindingen, string identificatie, DateOnly dagtekening) =>
        MaakBoom(heen, bevindingen, identificatie, dagtekening).Schrijf();

    /// <summary>The same from a stream, which stays open; of a JW323 only what is refused is kept in memory.</summary>
    /// <returns>The bericht, as OP192 asks it.</returns>
    /// <exception cref="ArgumentException">As with a tree, or the stream doesn't hold a bericht that is level 1 clean.</exception>
    public static async Task<byte[]> MaakAsync(
        Stream heen, IReadOnlyList<Bevinding> bevindingen, string identificatie, DateOnly dagtekening, CancellationToken cancellation = default)
    {
        var lezer = new Boomlezer(keeps: new Declaratiesnoei(bevindingen).Keeps);
        var boom = await lezer.LeesAsync(heen, cancellation).ConfigureAwait(false)
            ?? throw new ArgumentException("The stream does not hold a bericht that is level 1 clean.", nameof(heen));
        return Maak(boom, bevindingen, identificatie, dagtekening);
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
    public static byte[] TechnischAfgekeurd(Berichtkop heenbericht, string identificatie, DateOnly dagtekening)
    {
        ArgumentNullException.ThrowIfNull(heenbericht);
        return AlleenKop(heenbericht, identificatie, dagtekening, Retourcodes.TechnischAfgekeurd);
    }

    /// <summary>The retourbericht when nothing is wrong: only a Header, without codes (retour.md 2). It needs no more of the bericht than its Header.</summary>
    /// <param name="heenbericht">The Header of the bericht that is accepted.</param>
    /// <param name="identificatie">The identity of the answer.</param>
    /// <param name="dagtekening">The date of the answer.</param>
    /// <returns>The bericht, as OP192 asks it.</returns>
    /// <exception cref="ArgumentException">The berichtsoort is not answered with a retourbericht: a JW325 needs the totals too.</exception>
    public static byte[] Aanvaard(Berichtkop heenbericht, string identificatie, DateOnly dagtekening)
    {
        ArgumentNullException.ThrowIfNull(heenbericht);
        if (!Antwoord(heenbericht.Soort).IsRetour) throw new ArgumentException($"{heenbericht.Soort} is not answered with a retourbericht.", nameof(heenbericht));
        return AlleenKop(heenbericht, identificatie, dagtekening);
    }

    private static byte[] AlleenKop(Berichtkop heenbericht, string identificatie, DateOnly dagtekening, params string[] codes)
    {
        var antwoord = new Berichtboom(Antwoord(heenbericht.Soort));
        Retourkop.Schrijf(antwoord, heenbericht, identificatie, dagtekening, codes);
        return antwoord.Schrijf();
    }

    /// <summary>The answer as a tree.</summary>
    internal static Berichtboom MaakBoom(Berichtboom heen, IReadOnlyList<Bevinding> bevindingen, string identificatie, DateOnly dagtekening)
    {
        ArgumentNullException.ThrowIfNull(heen);
        ArgumentNullException.ThrowIfNull(bevindingen);
        var antwoord = new Berichtboom(Antwoord(heen.Soort));
        Controleer(bevindingen);
        var codes = new Klassecodes(heen.Soort, bevindingen);
        var inHeader = bevindingen.Any(bevinding => bevinding is { Niveau: 2, Advies: false }) ? [Retourcodes.TechnischAfgekeurd] : codes.Op(heen.Header);
        var isRetour = antwoord.Soort.IsRetour;
        var heeftInhoud = inHeader.Count == 0 && (!isRetour || !codes.IsLeeg);
        if (heeftInhoud) inHeader = [Retourcodes.GeenOpmerking];
        Retourkop.Schrijf(antwoord, Retourkop.Lees(heen), identificatie, dagtekening, inHeader);
        if (!heeftInhoud) return antwoord;

        if (isRetour) Klassenretour.Vul(antwoord, heen, codes);
        else Declaratieantwoord.Vul(antwoord, heen, codes);
        if (codes.Ongebruikt.FirstOrDefault() is { } pad && !VervaltMetDeclaratie(heen, codes))
            throw new ArgumentException($"A finding points at {pad}, which is not in the bericht.", nameof(bevindingen));
        return antwoord;
    }

    /// <summary>When the declaratie itself is refused, its clients and prestaties are not given back (shape D).</summary>
    private static bool VervaltMetDeclaratie(Berichtboom heen, Klassecodes codes) => heen.Soort.IsDeclaratie && codes.Op(heen.Inhoud!).Count > 0;

    private static Berichtsoort Antwoord(Berichtsoort heen) =>
        heen.Antwoord is { } naam ? Standaard.Zoek(naam)! : throw new ArgumentException($"{heen} has no answer.", nameof(heen));

    private static void Controleer(IReadOnlyList<Bevinding> bevindingen)
    {
        foreach (var bevinding in bevindingen)
        {
            if (bevinding.Niveau == 1) throw new ArgumentException("There is no answer to a bericht that breaks level 1.", nameof(bevindingen));
            if (bevinding.Niveau == 2 || bevinding.Advies || bevinding.Retourcode is not { } code) continue;
            var isFout = code is not (Retourcodes.GeenOpmerking or Retourcodes.NietBeoordeeld or Retourcodes.VolledigToegekend or Retourcodes.TechnischAfgekeurd);
            if (!isFout || Codelijsten.RetourCode.Betekenis(code) is null)
                throw new ArgumentException($"{bevinding.Regel} has a retourcode that no finding can have.", nameof(bevindingen));
        }
    }
}
