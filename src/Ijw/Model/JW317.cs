using Ijw.Model.Datatypes;
using static Ijw.Model.Shapes;

namespace Ijw.Model;

/// <summary>JW317, verzoek om wijziging jeugdhulp (messages.md 3).</summary>
internal static class JW317
{
    public static Berichtsoort Kind { get; } =
        new()
        {
            Name = "JW317",
            Code = "486",
            Description = "Verzoek om wijziging jeugdhulp",
            Answer = "JW318",
            Content =
            [
                HeaderShapes.Heen("486", Ldt.AgbCode, Ldt.Gemeente),
                Klasse(
                    "Client",
                    Field("Bsn", Ldt.BurgerServicenummer).AsKey(),
                    Klasse(
                        "Verzoek",
                        Field("ReferentieAanbieder", Ldt.Reference).AsKey(),
                        Field("RedenVerzoek", Ldt.RedenVerzoek),
                        List("OngewijzigdeProducten", Klasse("OngewijzigdProduct", Field("ToewijzingNummer", Ldt.Number).AsKey()))
                            .Optional(),
                        List(
                                "TeWijzigenProducten",
                                Klasse(
                                    "TeWijzigenProduct",
                                    Field("ToewijzingNummer", Ldt.Number).AsKey(),
                                    Field("GewensteIngangsdatum", Ldt.Date),
                                    Field("Einddatum", Ldt.Date).Optional(),
                                    Group("Omvang", Cdt.Omvang).Optional(),
                                    Field("Budget", Ldt.Budget).Optional()
                                )
                            )
                            .Optional(),
                        List(
                                "NieuweProducten",
                                Klasse(
                                    "NieuwProduct",
                                    Group("Product", Cdt.Product).AsKey().Optional(),
                                    Field("GewensteIngangsdatum", Ldt.Date).AsKey(),
                                    Field("Einddatum", Ldt.Date).Optional(),
                                    Group("Omvang", Cdt.Omvang).Optional(),
                                    Field("Budget", Ldt.Budget).Optional()
                                )
                            )
                            .Optional()
                    )
                ),
            ],
        };
}
