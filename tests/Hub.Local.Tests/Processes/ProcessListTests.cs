using System.Diagnostics;
using System.Text.Json;
using Hub.Local.Processes;

namespace Hub.Local.Tests.Processes;

public sealed class ProcessListTests : IDisposable
{
    private const string Script = "process.stdin.resume()";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("procesregister-");
    private readonly Process _kind = Process.Start(new ProcessStartInfo("node", ["-e", Script]) { RedirectStandardInput = true })!;

    private string ListFile => Path.Combine(_folder.FullName, "processen.json");

    [Fact]
    public async Task What_an_earlier_run_left_behind_is_ended()
    {
        await NoteAsync();

        var beeindigd = await new ProcessList(ListFile, TimeProvider.System).CleanUpAsync();

        Assert.Equal(["kind"], beeindigd);
        await _kind.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.False(File.Exists(ListFile));
    }

    [Theory]
    [InlineData(-3600, Script)]
    [InlineData(0, "een ander programma")]
    public async Task A_process_that_got_the_same_id_later_is_left_alone(int secondsEarlier, string command)
    {
        await NoteAsync();
        var noted = JsonSerializer.Deserialize<ChildProcess[]>(
            await File.ReadAllTextAsync(ListFile, TestContext.Current.CancellationToken)
        )!;
        var other = noted[0] with { Started = noted[0].Started.AddSeconds(secondsEarlier), Command = command };
        await File.WriteAllTextAsync(ListFile, JsonSerializer.Serialize<ChildProcess[]>([other]), TestContext.Current.CancellationToken);

        Assert.Empty(await new ProcessList(ListFile, TimeProvider.System).CleanUpAsync());

        Assert.False(_kind.HasExited);
    }

    public void Dispose()
    {
        if (!_kind.HasExited)
        {
            _kind.Kill();
        }
        _kind.Dispose();
        _folder.Delete(recursive: true);
    }

    // Between fork and exec the command line is still that of this test.
    private async Task NoteAsync()
    {
        var register = new ProcessList(ListFile, TimeProvider.System);
        register.Note("kind", _kind.Id, Script);
        var limit = Patience.Token;
        while (ProcessList.Find(JsonSerializer.Deserialize<ChildProcess[]>(await File.ReadAllTextAsync(ListFile, limit))![0]) is null)
        {
            limit.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
