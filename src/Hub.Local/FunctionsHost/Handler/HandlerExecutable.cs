using Hub.Local.FunctionsHost.App;

namespace Hub.Local.FunctionsHost.Handler;

/// <summary>Finds defaultExecutablePath: in the app folder if it is there, else on the PATH.</summary>
internal static class HandlerExecutable
{
    /// <exception cref="FunctionsHostException">It is nowhere, or may not be executed.</exception>
    public static string Resolve(FunctionApp app)
    {
        var name = app.Host.Handler.ExecutablePath;
        var local = Path.Combine(app.Root, name);
        var found = Candidates(local).FirstOrDefault(File.Exists) ?? FindOnPath(name)
            ?? throw new FunctionsHostException($"host.json: the handler {name} is neither in {app.Root} nor on the PATH.");
        const UnixFileMode execute = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(found) & execute) == 0)
            throw new FunctionsHostException($"host.json: the handler {name} has no execute permission.");
        return found;
    }

    private static string? FindOnPath(string name) =>
        Path.GetFileName(name) != name
            ? null
            : (Environment.GetEnvironmentVariable("PATH") ?? "")
                .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
                .SelectMany(folder => Candidates(Path.Combine(folder, name)))
                .FirstOrDefault(File.Exists);

    private static string[] Candidates(string path) => OperatingSystem.IsWindows() ? [path, path + ".exe"] : [path];
}
