using System.Globalization;

namespace Hub.Termijnen;

/// <summary>Says in plain Dutch what is late and who must act.</summary>
public static class Termijntekst
{
    private static readonly string[] Maanden =
        ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"];

    /// <summary>One or two sentences.</summary>
    /// <param name="zetting">What should have come, and by when.</param>
    /// <param name="wie">Who must act: a name, or <c>U</c> when that is the reader.</param>
    public static string Van(Klokzetting zetting, string wie)
    {
        ArgumentNullException.ThrowIfNull(zetting);
        ArgumentNullException.ThrowIfNull(wie);
        var midden = wie == "U" ? "u" : wie;
        return $"{Wat(zetting, Dag(zetting.Uiterlijk))}{(zetting.Soort.IsZeker() ? $". {wie} moet het nog sturen." : $", en moet {midden} het nog sturen.")}";
    }

    private static string Wat(Klokzetting zetting, string dag) => zetting.Soort switch
    {
        Kloksoort.Retour =>
            $"Het retourbericht op deze {zetting.Berichtsoort} moest er uiterlijk {dag} zijn (3 werkdagen na ontvangst)",
        Kloksoort.Declaratieantwoord =>
            $"Het antwoord op deze declaratie (JW325) moest er uiterlijk {dag} zijn (10 werkdagen na ontvangst)",
        Kloksoort.VerzoekOmToewijzing =>
            $"Het antwoord op dit aangevraagde product (een toewijzing of een JW319) moest er uiterlijk {dag} zijn (5 werkdagen na ontvangst)",
        Kloksoort.VerzoekOmWijziging =>
            $"Het antwoord op dit verzoek om wijziging (een toewijzing of een JW319) moest er uiterlijk {dag} zijn (5 werkdagen na ontvangst)",
        Kloksoort.Onderzoek =>
            $"Na het onderzoek moest het definitieve antwoord op dit verzoek er uiterlijk {dag} zijn (8 weken na de dagtekening van het verzoek)",
        Kloksoort.Woonplaatsbeginsel =>
            $"Gaat het onderzoek over het woonplaatsbeginsel, dan moest het antwoord er uiterlijk {dag} zijn (14 dagen na ontvangst van het verzoek)",
        Kloksoort.Start =>
            $"Is de hulp op deze toewijzing begonnen, dan moest het startbericht er uiterlijk {dag} zijn (5 werkdagen na het begin)",
        Kloksoort.Stop =>
            $"Deze toewijzing is afgelopen en de hulp was begonnen: het stopbericht moest er uiterlijk {dag} zijn (5 werkdagen na het einde)",
        _ => throw new ArgumentOutOfRangeException(nameof(zetting)),
    };

    private static string Dag(DateOnly dag) => string.Create(CultureInfo.InvariantCulture, $"{dag.Day} {Maanden[dag.Month - 1]} {dag.Year}");
}
