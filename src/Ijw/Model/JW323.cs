using Ijw.Model.Datatypes;
using static Ijw.Model.Shapes;

namespace Ijw.Model;

/// <summary>JW323, declaratie jeugdhulp (messages.md 3).</summary>
internal static class JW323
{
    /// <summary>What is declared; the JW325 gives it back as it was.</summary>
    internal static Element Prestatie { get; } =
        Klasse(
            "Prestatie",
            Group("ProductReferentie", Cdt.Reference).AsKey(),
            Field("ToewijzingNummer", Ldt.Number),
            Field("ProductCategorie", Ldt.ProductCategorie),
            Field("ProductCode", Ldt.ProductCode),
            Group("ProductPeriode", Cdt.ClosedPeriod),
            Field("GeleverdVolume", Ldt.Volume),
            Field("Eenheid", Ldt.Eenheid),
            Field("ProductTarief", Ldt.Amount).Optional(),
            Group("IngediendBedrag", Cdt.AmountWithDC)
        );

    public static Berichtsoort Kind { get; } =
        new()
        {
            Name = "JW323",
            Code = "490",
            Description = "Declaratie jeugdhulp",
            Answer = "JW325",
            IsDeclaratie = true,
            Content =
            [
                HeaderShapes.Heen("490", Ldt.AgbCode, Ldt.Gemeente),
                Klasse(
                    "Declaratie",
                    Field(
                            "DeclaratieNummer",
                            Ldt.IdentificatieDeclaratie with
                            {
                                Pattern = Pattern.LettersAndDigits,
                                PatternRule = "CS319",
                            }
                        )
                        .AsKey(),
                    Group("DeclaratiePeriode", Cdt.ClosedPeriod),
                    Field("DeclaratieDagtekening", Ldt.Date),
                    Group("TotaalIngediendBedrag", Cdt.TotalAmountWithDC),
                    List("Clienten", Klasse("Client", Field("Bsn", Ldt.BurgerServicenummer).AsKey(), List("Prestaties", Prestatie)))
                ),
            ],
        };
}
