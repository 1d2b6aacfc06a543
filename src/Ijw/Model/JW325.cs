using Ijw.Model.Datatypes;
using static Ijw.Model.Shapes;

namespace Ijw.Model;

/// <summary>JW325, antwoord op een declaratie (messages.md 3).</summary>
internal static class JW325
{
    public static Berichtsoort Kind { get; } =
        new()
        {
            Name = "JW325",
            Code = "491",
            Description = "Antwoord op een declaratie",
            Content =
            [
                HeaderShapes.DeclaratieAnswer("491"),
                Klasse(
                        "DeclaratieAntwoord",
                        Field("DeclaratieNummer", Ldt.IdentificatieDeclaratie).AsKey(),
                        Group("TotaalIngediendBedrag", Cdt.TotalAmountWithDC),
                        Group("TotaalToegekendBedrag", Cdt.TotalAmountWithDC),
                        List(
                                "Clienten",
                                Klasse(
                                    "Client",
                                    Field("Bsn", Ldt.BurgerServicenummer).AsKey(),
                                    List("Prestaties", JW323.Prestatie with { Children = [.. JW323.Prestatie.Children, RetourCodes()] }),
                                    RetourCodes()
                                )
                            )
                            .Optional(),
                        RetourCodes()
                    )
                    .Optional(),
            ],
        };
}
