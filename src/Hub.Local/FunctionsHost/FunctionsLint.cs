using Hub.Local.FunctionsHost.App;

namespace Hub.Local.FunctionsHost;

/// <summary>Checks an app folder's host.json and function.json files against the custom-handler contract and its traps.</summary>
public static class FunctionsLint
{
    /// <summary>The faults of the app folder, one line each that starts with the file's name; empty when it is sound.</summary>
    /// <param name="appRoot">The folder that holds host.json.</param>
    /// <param name="appSettings">The app settings it will run with; without them references to settings are not checked.</param>
    public static IReadOnlyList<string> Check(string appRoot, IReadOnlyDictionary<string, string>? appSettings = null)
    {
        var faults = new List<string>();
        Read(appRoot, new AppSettings(appSettings), faults);
        return faults;
    }

    /// <summary>Reads the app and adds its faults to <paramref name="faults"/>; null when host.json itself is unusable.</summary>
    internal static FunctionApp? Read(string appRoot, AppSettings settings, List<string> faults)
    {
        var host = HostJson.Read(appRoot, settings, faults);
        var functions = new List<FunctionDefinition>();
        foreach (var folder in Directory.EnumerateDirectories(appRoot).Order(StringComparer.Ordinal))
        {
            var path = Path.Combine(folder, "function.json");
            var name = Path.GetFileName(folder);
            if (!File.Exists(path) || JsonReading.Open(path, $"{name}/function.json", faults) is not { } json)
                continue;
            if (new FunctionJson(json, name, host, settings).Read() is { } function)
                functions.Add(function);
        }

        return host is null ? null : new FunctionApp(appRoot, host, functions);
    }
}
