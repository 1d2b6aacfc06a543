using System.Runtime.InteropServices;

namespace Hub.Local.FunctionsHost.App;

/// <summary>How the worker is started, as worker.config.json in the app folder says; the build writes that file.</summary>
/// <param name="Executable">The program, which is there.</param>
/// <param name="WorkerPath">The assembly that it runs, which is there; null when the program runs itself.</param>
internal sealed record WorkerConfig(string Executable, string? WorkerPath)
{
    private const string FileName = "worker.config.json";

    /// <summary>Null when it cannot be used; the faults say why.</summary>
    public static WorkerConfig? Read(string root, ICollection<string> faults)
    {
        var path = Path.Combine(root, FileName);
        if (!File.Exists(path))
        {
            faults.Add($"{FileName}: is missing; the build of a worker writes it.");
            return null;
        }

        if (JsonReading.Open(path, FileName, faults) is not { } json)
        {
            return null;
        }
        var description = json.Object("description");
        if (description?.Text("language") is not "dotnet-isolated")
        {
            json.Fault("\"description.language\" must be dotnet-isolated; this host runs nothing else.");
        }
        if (
            description?.Text("defaultExecutablePath") is not { Length: > 0 } executable
            || description.Text("defaultWorkerPath") is not { Length: > 0 } worker
        )
        {
            json.Fault("\"description\" misses \"defaultExecutablePath\" or \"defaultWorkerPath\".");
            return null;
        }

        var isDotnet = executable == "dotnet";
        var config = new WorkerConfig(
            isDotnet ? Dotnet() : executable.Replace("{WorkerRoot}", root + Path.DirectorySeparatorChar, StringComparison.Ordinal),
            Path.Combine(root, worker)
        );
        if (((string?[])[config.Executable, config.WorkerPath]).FirstOrDefault(file => !File.Exists(file)) is not { } missing)
        {
            return config;
        }
        json.Fault($"{missing} does not exist.");
        return null;
    }

    /// <summary>The program that runs this process too: the one on the PATH may be another, or none.</summary>
    private static string Dotnet() =>
        Path.GetFullPath(
            Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet")
        );
}
