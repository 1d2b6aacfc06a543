using System.Globalization;

namespace Hub.Termijnen;

/// <summary>Says in plain Dutch what is late and who must act.</summary>
public static class TermijnText
{
    private static readonly string[] Months =
    [
        "januari",
        "februari",
        "maart",
        "april",
        "mei",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
    ];

    /// <summary>One or two sentences.</summary>
    /// <param name="setting">What should have come, and by when.</param>
    /// <param name="who">Who must act: a name, or <c>U</c> when that is the reader.</param>
    public static string Of(TermijnSetting setting, string who)
    {
        ArgumentNullException.ThrowIfNull(setting);
        ArgumentNullException.ThrowIfNull(who);
        var middle = who == "U" ? "u" : who;
        var what = What(setting, Day(setting.Deadline));
        return setting.Kind.IsCertain() ? $"{what}. {who} moet het nog sturen." : $"{what}, en moet {middle} het nog sturen.";
    }

    private static string What(TermijnSetting setting, string day) =>
        setting.Kind switch
        {
            TermijnKind.Retour =>
                $"Het retourbericht op deze {setting.Berichtsoort} moest er uiterlijk {day} zijn (3 werkdagen na ontvangst)",
            TermijnKind.DeclaratieAnswer =>
                $"Het antwoord op deze declaratie (JW325) moest er uiterlijk {day} zijn (10 werkdagen na ontvangst)",
            TermijnKind.VerzoekToToewijzing =>
                $"Het antwoord op dit aangevraagde product (een toewijzing of een JW319) moest er uiterlijk {day} zijn "
                    + $"(5 werkdagen na ontvangst)",
            TermijnKind.VerzoekToWijziging =>
                $"Het antwoord op dit verzoek om wijziging (een toewijzing of een JW319) moest er uiterlijk {day} zijn "
                    + $"(5 werkdagen na ontvangst)",
            TermijnKind.Investigation =>
                $"Na het onderzoek moest het definitieve antwoord op dit verzoek er uiterlijk {day} zijn (8 weken na "
                    + $"de dagtekening van het verzoek)",
            TermijnKind.Woonplaatsbeginsel =>
                $"Gaat het onderzoek over het woonplaatsbeginsel, dan moest het antwoord er uiterlijk {day} zijn (14 "
                    + $"dagen na ontvangst van het verzoek)",
            TermijnKind.Start =>
                $"Is de hulp op deze toewijzing begonnen, dan moest het startbericht er uiterlijk {day} zijn (5 werkdagen na het begin)",
            TermijnKind.Stop => $"Deze toewijzing is afgelopen en de hulp was begonnen: het stopbericht moest er uiterlijk {day} zijn "
                + $"(5 werkdagen na het einde)",
            _ => throw new ArgumentOutOfRangeException(nameof(setting)),
        };

    private static string Day(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Day} {Months[day.Month - 1]} {day.Year}");
}
