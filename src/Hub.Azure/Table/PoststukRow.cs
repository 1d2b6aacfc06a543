using Azure.Data.Tables;
using Hub.Postbus;
using Hub.Termijnen;

namespace Hub.Azure.Table;

/// <summary>A <see cref="WaitingPoststuk"/> as a row.</summary>
internal static class PoststukRow
{
    public const string SequenceNumber = "Volgnummer";
    public const string Confirmed = "Bevestigd";

    public static TableEntity Write(string code, string key, long sequenceNumber, DateTimeOffset laid, Poststuk piece) =>
        new(code, key)
        {
            [SequenceNumber] = sequenceNumber,
            ["Neergelegd"] = laid,
            ["Id"] = piece.Id,
            ["BerichtId"] = piece.BerichtId,
            ["Berichtsoort"] = piece.Berichtsoort,
            ["Afzender"] = piece.Afzender,
            ["Ontvanger"] = piece.Ontvanger,
            ["Identificatie"] = piece.Identificatie,
            ["Oordeel"] = piece.Oordeel,
            ["AantalBevindingen"] = piece.BevindingCount,
            ["Lengte"] = piece.Length,
            ["Herhaling"] = piece.Repetition,
            ["Antwoord"] = piece.Answer,
            ["Herinnering"] = piece.Reminder?.Write(),
            ["Signaal"] = piece.Signal?.Write(),
        };

    public static WaitingPoststuk Read(TableEntity row) =>
        new(
            row.GetInt64(SequenceNumber) ?? throw new InvalidDataException("A poststuk lacks its number."),
            row.GetDateTimeOffset("Neergelegd") ?? default,
            new Poststuk
            {
                Id = row.Required("Id"),
                BerichtId = row.Required("BerichtId"),
                Berichtsoort = row.Required("Berichtsoort"),
                Afzender = row.Required("Afzender"),
                Ontvanger = row.Required("Ontvanger"),
                Identificatie = row.Required("Identificatie"),
                Oordeel = row.Required("Oordeel"),
                BevindingCount = row.GetInt32("AantalBevindingen") ?? 0,
                Length = row.GetInt64("Lengte") ?? 0,
                Repetition = row.GetBoolean("Herhaling") ?? false,
                Answer = row.GetString("Antwoord"),
                Reminder = row.GetBinary("Herinnering") is { } reminder ? Reminder.Read(reminder) : null,
                Signal = row.GetBinary("Signaal") is { } signal ? Signal.Read(signal) : null,
            }
        );
}
