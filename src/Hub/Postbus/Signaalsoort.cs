namespace Hub.Postbus;

/// <summary>What is odd about an answer (retour.md section 4); the answer itself is delivered all the same.</summary>
public enum Signaalsoort
{
    /// <summary>The bericht was answered before; the first answer stands.</summary>
    TweedeAntwoord,

    /// <summary>The codes contradict one another: accepted and refused at the same time.</summary>
    Tegenspraak,

    /// <summary>Accepted, while the hub found that it breaks a rule: for instance a start on a toewijzing that was rejected.</summary>
    AanvaardMetFouten,

    /// <summary>Refused by level 2, while the hub found nothing wrong at level 2.</summary>
    AfgewezenZonderFout,
}

/// <summary>How signals are written, and told to people.</summary>
public static class Signaalsoorten
{
    /// <summary>The name in a postbus, such as <c>tweede-antwoord</c>.</summary>
    public static string Naam(this Signaalsoort soort) => soort switch
    {
        Signaalsoort.TweedeAntwoord => "tweede-antwoord",
        Signaalsoort.Tegenspraak => "tegenspraak",
        Signaalsoort.AanvaardMetFouten => "aanvaard-met-fouten",
        Signaalsoort.AfgewezenZonderFout => "afgewezen-zonder-fout",
        _ => throw new ArgumentOutOfRangeException(nameof(soort)),
    };

    /// <summary>What it means and who must act, in plain Dutch, for both parties.</summary>
    public static string Tekst(this Signaalsoort soort) => soort switch
    {
        Signaalsoort.TweedeAntwoord =>
            "Op dit bericht is al eerder geantwoord. Het eerste antwoord blijft gelden. Wie het tweede stuurde, gaat na waarom. "
            + "Klopt het eerste niet? Overleg dan samen.",
        Signaalsoort.Tegenspraak =>
            "De codes in dit antwoord spreken elkaar tegen. Of het bericht is goedgekeurd of afgekeurd, is niet te zien. "
            + "Wie het antwoord stuurde, laat de ander weten wat er geldt.",
        Signaalsoort.AanvaardMetFouten =>
            "Dit antwoord keurt een bericht goed waarin de hub fouten vond. Zonder afspraak loopt het later vast, bijvoorbeeld bij de declaratie. "
            + "Bekijk samen de bevindingen bij het bericht en spreek af wat er geldt.",
        Signaalsoort.AfgewezenZonderFout =>
            "Dit antwoord keurt een bericht technisch af. De hub vond er op niveau 2 geen fout in. "
            + "Wie het antwoord stuurde, noemt de overtreden regel, of trekt de afkeuring in overleg terug.",
        _ => throw new ArgumentOutOfRangeException(nameof(soort)),
    };
}
