namespace Ijw.Examples;

/// <summary>Made-up words for names, addresses and remarks; some with the characters that trip software up.</summary>
internal static class Words
{
    public static readonly string[] Surnames =
    [
        "Testkind",
        "Jansen",
        "Vries",
        "Müller",
        "O'Brien",
        "Çelik",
        "Bakker-Smit",
        "Nagtegaal",
        "Yılmaz",
        "Da Silva & Zn",
        "Ångström",
        "Test  dubbel",
    ];

    public static readonly string[] Prefixes = ["van", "de", "van der", "'t", "el"];

    public static readonly string[] Voornamen =
    [
        "Noor",
        "Sem",
        "José",
        "Anne-Fleur",
        "Jan Peter",
        "Łucja",
        "İbrahim",
        "Zoë",
        "Ming",
        "D'Angelo",
    ];

    public static readonly string[] Voorletters = ["N", "JP", "Å", "abc", "ĲZ", "ABCDEF"];

    public static readonly string[] Streets = ["Spui", "Prins Hendrikstraat", "Laan 1940-'45", "Pr. Irenelaan", "Westvest"];

    public static readonly string[] Places = ["Den Haag", "Delft", "'s-Gravenzande", "Zoetermeer", "Rijswijk (ZH)"];

    public static readonly string[] Organisations = ["Jeugdhulp & Zo", "Huis <3", "Stichting Test", "Gezinshuis De Brug"];

    public static readonly string[] Languages = ["Tigrinya", "Pools", "Gebarentaal", "Arabisch"];

    public static readonly string[] Remarks =
    [
        "Graag voor 1 mei bellen.",
        "Eerste regel\nTweede regel",
        " begint en eindigt met een spatie ",
        "a < b && c > d",
        "let op: ]]>",
        "emoji \U0001F600 en \U0001D11E",
        "carriage\rreturn",
        "tab\there",
        "é, ë en ï",
        "<nietEchtXml/>",
    ];
}
