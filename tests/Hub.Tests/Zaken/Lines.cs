using Hub.Zaken;
using Ijw.Content;
using Ijw.Dossiers.Facts;

namespace Hub.Tests.Zaken;

/// <summary>Lines of declaraties for tests.</summary>
internal static class Lines
{
    /// <summary>A debet on a place.</summary>
    /// <param name="declaratie">The JW323, in which each line has a reference of its own.</param>
    /// <param name="received">When it came in: day-month of 2026.</param>
    /// <param name="reference">Its ReferentieNummer.</param>
    /// <param name="amount">In eurocent.</param>
    /// <param name="outcome">What became of it.</param>
    /// <param name="answered">When the JW325 came in: day-month of 2026.</param>
    /// <param name="codes">Why it was refused.</param>
    /// <param name="toewijzing">The toewijzing: another is another place.</param>
    public static DeclaratieLine Debet(
        string declaratie,
        string received,
        string reference,
        int amount,
        PrestatieOutcome outcome,
        string? answered = null,
        string codes = "",
        int toewijzing = 1
    ) => Line(declaratie, received, reference, null, amount, outcome, answered, codes, toewijzing);

    /// <summary>A credit of a debet.</summary>
    public static DeclaratieLine Credit(
        string declaratie,
        string received,
        string reference,
        string previous,
        int amount,
        PrestatieOutcome outcome,
        string? answered = null,
        int toewijzing = 1
    ) => Line(declaratie, received, reference, previous, amount, outcome, answered, "", toewijzing);

    private static DeclaratieLine Line(
        string declaratie,
        string received,
        string reference,
        string? previous,
        int amount,
        PrestatieOutcome outcome,
        string? answered,
        string codes,
        int toewijzing
    )
    {
        var origin = new Origin(
            declaratie,
            "JW323",
            "0503",
            "90000001",
            Attempts.Noon(received),
            Attempts.Day(received),
            outcome == PrestatieOutcome.Open ? FactState.Open : FactState.Accepted
        );
        var prestatie = new Prestatie
        {
            Client = new ClientKey("c"),
            ReferentieNummer = reference,
            VorigReferentieNummer = previous,
            ToewijzingNummer = toewijzing,
            ProductCategorie = "45",
            ProductCode = "45A04",
            Period = Period.Of(new DateOnly(2026, 1, 1), new DateOnly(2026, 1, 31)),
            GeleverdVolume = 1,
            Eenheid = "04",
            Amount = amount,
            IsCredit = previous is not null,
        };
        // The last digit of the reference is its place.
        return new DeclaratieLine(
            new PrestatieNotice(origin, reference[^1] - '0', outcome, prestatie) { Codes = codes },
            answered is null ? null : Attempts.Noon(answered)
        );
    }
}
