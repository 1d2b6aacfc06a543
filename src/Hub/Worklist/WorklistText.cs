using Hub.Termijnen;

namespace Hub.Worklist;

/// <summary>Says in plain Dutch what a line of a worklist is about and what its reader does.</summary>
public static class WorklistText
{
    /// <summary>What it is, with the code of the bericht behind the words: <c>Start melden (JW305)</c>.</summary>
    public static string What(WorklistItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return item switch
        {
            { Notice: PostbusNotice.Reminder } => $"Herinnering bij {Bericht(item.Berichtsoort)}",
            { Notice: PostbusNotice.Signal } => $"Signaal bij {Bericht(item.Berichtsoort)}",
            { Termijn: { } kind } => kind switch
            {
                TermijnKind.Start => "Start melden (JW305)",
                TermijnKind.Stop => "Stop melden (JW307)",
                TermijnKind.Retour => $"Retour op {Bericht(item.Berichtsoort)}",
                TermijnKind.DeclaratieAnswer => "Antwoord op declaratie (JW325)",
                TermijnKind.VerzoekToToewijzing => "Besluit op verzoek (JW315)",
                TermijnKind.VerzoekToWijziging => "Besluit op wijziging (JW317)",
                TermijnKind.Investigation => $"Besluit na onderzoek ({item.Berichtsoort})",
                TermijnKind.Woonplaatsbeginsel => $"Besluit over de woonplaats ({item.Berichtsoort})",
                _ => throw new ArgumentOutOfRangeException(nameof(item)),
            },
            _ => Name(item.Berichtsoort),
        };
    }

    /// <summary>What the reader does, a verb first.</summary>
    /// <param name="item">The line.</param>
    /// <param name="other">The name of the other party.</param>
    public static string Todo(WorklistItem item, string other)
    {
        ArgumentNullException.ThrowIfNull(item);
        return item switch
        {
            { Reason: WorklistReason.InProcess } => "Wacht: de hub verwerkt dit bericht",
            { Reason: WorklistReason.Refused, RepairedBy: not null } => "Doe niets: dit is hersteld",
            { Reason: WorklistReason.Refused, Codes: [var code, ..] } =>
                $"Verbeter het en stuur het opnieuw: {Lower(RefusalText.Of(code))}",
            { Reason: WorklistReason.Refused } => "Bekijk het antwoord, verbeter het bericht en stuur het opnieuw",
            { Notice: not null } => "Lees het bericht van de hub en bevestig",
            { Reason: WorklistReason.Poststuk } => "Haal op met uw systeem en bevestig",
            { IsMine: false } => $"Neem contact op met {other} als het te lang duurt",
            { Termijn: TermijnKind.Start } => "Stuur het startbericht vanuit uw systeem als de hulp is begonnen",
            { Termijn: TermijnKind.Stop } => "Stuur het stopbericht vanuit uw systeem",
            { Termijn: TermijnKind.Retour } => "Stuur het retourbericht vanuit uw systeem",
            { Termijn: TermijnKind.DeclaratieAnswer } => "Stuur het antwoord op de declaratie vanuit uw systeem",
            { Termijn: TermijnKind.Woonplaatsbeginsel } =>
                "Gaat het onderzoek over de woonplaats? Stuur dan een toewijzing of een antwoord op het verzoek",
            _ => "Stuur een toewijzing of een antwoord op het verzoek vanuit uw systeem",
        };
    }

    private static string Bericht(string kind) => Lower(Name(kind));

    private static string Name(string kind) => $"{Standard.Find(kind)?.Description ?? "Bericht"} ({kind})";

    private static string Lower(string text) => text.Length == 0 ? text : char.ToLowerInvariant(text[0]) + text[1..];
}
