namespace Hub.Postbus;

/// <summary>What is odd about an answer (retour.md section 4); the answer itself is delivered all the same.</summary>
public enum SignalKind
{
    /// <summary>The bericht was answered before; the first answer stands.</summary>
    SecondAnswer,

    /// <summary>The codes contradict one another: accepted and refused at the same time.</summary>
    Contradiction,

    /// <summary>Accepted, while the hub found that it breaks a rule: for instance a start on a toewijzing that was rejected.</summary>
    AcceptedWithFaults,

    /// <summary>Refused by level 2, while the hub found nothing wrong at level 2.</summary>
    RefusedWithoutFault,
}

/// <summary>How signals are written, and told to people.</summary>
public static class SignalKinds
{
    /// <summary>The name in a postbus, such as <c>tweede-antwoord</c>.</summary>
    public static string Name(this SignalKind kind) =>
        kind switch
        {
            SignalKind.SecondAnswer => "tweede-antwoord",
            SignalKind.Contradiction => "tegenspraak",
            SignalKind.AcceptedWithFaults => "aanvaard-met-fouten",
            SignalKind.RefusedWithoutFault => "afgewezen-zonder-fout",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    /// <summary>What it means and who must act, in plain Dutch, for both parties.</summary>
    public static string Text(this SignalKind kind) =>
        kind switch
        {
            SignalKind.SecondAnswer =>
                "Op dit bericht is al eerder geantwoord. Het eerste antwoord blijft gelden. Wie het tweede stuurde, gaat na waarom. "
                    + "Klopt het eerste niet? Overleg dan samen.",
            SignalKind.Contradiction =>
                "De codes in dit antwoord spreken elkaar tegen. Of het bericht is goedgekeurd of afgekeurd, is niet te zien. "
                    + "Wie het antwoord stuurde, laat de ander weten wat er geldt.",
            SignalKind.AcceptedWithFaults =>
                "Dit antwoord keurt een bericht goed waarin de hub fouten vond. Zonder afspraak loopt het later vast, "
                    + "bijvoorbeeld bij de declaratie. "
                    + "Bekijk samen de bevindingen bij het bericht en spreek af wat er geldt.",
            SignalKind.RefusedWithoutFault => "Dit antwoord keurt een bericht technisch af. De hub vond er op niveau 2 geen fout in. "
                + "Wie het antwoord stuurde, noemt de overtreden regel, of trekt de afkeuring in overleg terug.",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
}
