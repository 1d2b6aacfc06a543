using System.Globalization;
using Azure.Data.Tables;
using Hub.Termijnen;

namespace Hub.Azure.Table;

/// <summary>A <see cref="Termijn"/> as a row.</summary>
internal static class TermijnRow
{
    public static TableEntity Write(string partition, string key, Termijn termijn)
    {
        var row = new TableEntity(partition, key)
        {
            ["Paar"] = termijn.Pair.ToString(),
            ["Sleutel"] = termijn.Key,
            ["Gestopt"] = termijn.Stopped,
            ["GestoptDoor"] = termijn.StoppedBy,
            ["IsVervallen"] = termijn.IsLapsed,
            ["Gemeld"] = termijn.Reported,
            ["Heropend"] = termijn.Reopened,
        };
        if (termijn.Setting is not { } setting)
        {
            return row;
        }
        row["Soort"] = (int)setting.Kind;
        row["BerichtId"] = setting.BerichtId;
        row["Berichtsoort"] = setting.Berichtsoort;
        row["Identificatie"] = setting.Identificatie;
        row["Pad"] = setting.Path;
        row["AanZet"] = setting.OnTurn;
        row["Uiterlijk"] = Day(setting.Deadline);
        row["GezetDoor"] = setting.SetBy;
        row["Rang"] = setting.Rank;
        return row;
    }

    public static Termijn Read(TableEntity row) =>
        new()
        {
            Pair = Pair.Read(row.Required("Paar")),
            Key = row.Required("Sleutel"),
            Setting = row.GetInt32("Soort") is { } kind ? ReadSetting(row, (TermijnKind)kind) : null,
            Stopped = row.GetDateTimeOffset("Gestopt"),
            StoppedBy = row.GetString("GestoptDoor"),
            IsLapsed = row.GetBoolean("IsVervallen") ?? false,
            Reported = row.GetDateTimeOffset("Gemeld"),
            Reopened = row.GetDateTimeOffset("Heropend"),
            Version = row.ETag.ToString(),
        };

    public static string Day(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    public static DateOnly ReadDay(string text) => DateOnly.ParseExact(text, "O", CultureInfo.InvariantCulture);

    private static TermijnSetting ReadSetting(TableEntity row, TermijnKind kind) =>
        new()
        {
            Kind = Enum.IsDefined(kind) ? kind : throw new InvalidDataException("A clock of a kind that is not known."),
            BerichtId = row.Required("BerichtId"),
            Berichtsoort = row.Required("Berichtsoort"),
            Identificatie = row.Required("Identificatie"),
            Path = row.GetString("Pad"),
            OnTurn = row.Required("AanZet"),
            Deadline = ReadDay(row.Required("Uiterlijk")),
            SetBy = row.Required("GezetDoor"),
            Rank = row.GetString("Rang") ?? "",
        };
}
