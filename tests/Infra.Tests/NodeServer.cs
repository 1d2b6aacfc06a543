using System.Diagnostics;

namespace Infra.Tests;

/// <summary>A script of Node that answers a line with a line for as long as this process lives: it has much to load.</summary>
internal sealed class NodeServer(string folder, string script) : IDisposable
{
    private readonly SemaphoreSlim _one = new(1);
    private Process? _process;

    /// <summary>Asks it something; fails the test, with what it said, when it ends.</summary>
    public async Task<string> AskAsync(string line)
    {
        await _one.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            _process ??= await NodeTool.ServeAsync(folder, script);
            await _process.StandardInput.WriteLineAsync(line);
            await _process.StandardInput.FlushAsync();
            if (await _process.StandardOutput.ReadLineAsync() is { } answer)
            {
                return answer;
            }
            var errors = await _process.StandardError.ReadToEndAsync();
            _process = null;
            Assert.Fail($"{script} ended: {errors}");
            return "";
        }
        finally
        {
            _one.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _one.Dispose();
        _process?.Dispose();
    }
}
