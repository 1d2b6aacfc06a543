using Hub.Local.Starting;

namespace EndToEnd;

/// <summary>How the tests start a hub: its own folder and data, free ports, the shared installation of Azurite.</summary>
internal static class Environments
{
    public static LocalHubOptions Options(string workFolder) =>
        new()
        {
            StateFolder = ProjectPaths.StateFolder(),
            WorkFolder = workFolder,
            FreshData = true,
        };
}
