using Hub.Local.Opstarten;

namespace EndToEnd;

/// <summary>How the tests start a hub: its own folder and data, free ports, the shared installation of Azurite.</summary>
internal static class Omgevingen
{
    public static HubOmgevingOpties Opties(string werkmap) => new()
    {
        Toestandsmap = Projectpaden.Toestandsmap(),
        Werkmap = werkmap,
        VerseGegevens = true,
    };
}
