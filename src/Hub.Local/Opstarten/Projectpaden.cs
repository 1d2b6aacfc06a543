namespace Hub.Local.Opstarten;

/// <summary>Where the things are that were built together with this program.</summary>
public static class Projectpaden
{
    /// <summary>infra/queues.json, as it was when this was built.</summary>
    public static string Queues => Path.Combine(AppContext.BaseDirectory, "infra", "queues.json");

    /// <summary>infra/deelnemers.json, as it was when this was built.</summary>
    public static string Deelnemers => Path.Combine(AppContext.BaseDirectory, "infra", "deelnemers.json");

    /// <summary>
    /// The app folder of Hub.Functions: its build output of the same configuration, a neighbour of this program's under artifacts/bin.
    /// </summary>
    public static string Functions()
    {
        var eigen = new DirectoryInfo(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        var map = Path.Combine(eigen.Parent!.Parent!.FullName, "Hub.Functions", eigen.Name);
        return File.Exists(Path.Combine(map, "host.json"))
            ? map
            : throw new OpstartException($"De app staat niet in {map}; bouw eerst met: dotnet build Hub.sln.");
    }

    /// <summary>The state folder when none is given: <c>.hub-local</c> beside Hub.sln, else in the current folder.</summary>
    public static string Toestandsmap()
    {
        for (var map = new DirectoryInfo(AppContext.BaseDirectory); map is not null; map = map.Parent)
        {
            if (File.Exists(Path.Combine(map.FullName, "Hub.sln"))) return Path.Combine(map.FullName, ".hub-local");
        }

        return Path.GetFullPath(".hub-local");
    }
}
