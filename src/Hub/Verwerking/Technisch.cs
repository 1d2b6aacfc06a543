using Ijw;

namespace Hub.Verwerking;

internal static class Technisch
{
    public static byte[] Afgekeurd(Berichtkop heenbericht, string identificatie, DateOnly dagtekening) =>
        System.Text.Encoding.UTF8.GetBytes($"<Bericht soort=\"{heenbericht.Soort.Antwoord}\" id=\"{identificatie}\" d=\"{dagtekening:O}\"/>");
}
