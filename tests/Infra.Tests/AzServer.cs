using System.Globalization;

namespace Infra.Tests;

/// <summary>
/// The stand-in of az (tests/Infra.Tests/az), started once for all scripts of this process: to start Node for each call took most of their
/// time.
/// </summary>
internal static class AzServer
{
    private static readonly Lazy<Task<int>> Started = new(StartAsync);

    /// <summary>
    /// The program <c>az</c>, as a script of bash: sends what it was asked and what the environment is, and gives what comes back.
    /// </summary>
    public static async Task<string> ProgramAsync()
    {
        var port = await Started.Value;
        return string.Create(
            CultureInfo.InvariantCulture,
            $$"""
            exec 3<>/dev/tcp/127.0.0.1/{{port}}
            { printf '%s\0' "$#" "$@" "$PWD"; env -0; printf '\4\0'; } >&3
            IFS= read -r -d '' code <&3
            IFS= read -r -d '' output <&3
            IFS= read -r -d '' errors <&3
            printf %s "$output"
            printf %s "$errors" >&2
            exit "$code"
            """
        );
    }

    private static async Task<int> StartAsync()
    {
        var process = await NodeTool.ServeAsync("az", "az.mjs");
        var port = await process.StandardOutput.ReadLineAsync();
        return port is null
            ? throw new InvalidOperationException(await process.StandardError.ReadToEndAsync())
            : int.Parse(port, CultureInfo.InvariantCulture);
    }
}
