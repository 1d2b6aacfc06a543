namespace Hub.Local.Starting;

/// <summary>Where the things are that were built together with this program.</summary>
public static class ProjectPaths
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
        var own = new DirectoryInfo(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        var folder = Path.Combine(own.Parent!.Parent!.FullName, "Hub.Functions", own.Name);
        return File.Exists(Path.Combine(folder, "host.json"))
            ? folder
            : throw new StartException($"De app staat niet in {folder}; bouw eerst met: dotnet build Hub.sln.");
    }

    /// <summary>The state folder when none is given: <c>.hub-local</c> beside Hub.sln, else in the current folder.</summary>
    public static string StateFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Hub.sln")))
            {
                return Path.Combine(folder.FullName, ".hub-local");
            }
        }

        return Path.GetFullPath(".hub-local");
    }
}
