using System.Diagnostics;
using System.Text.Json;
using Hub.Local.Processen;

namespace Hub.Local.Tests.Processen;

public sealed class ProcesregisterTests : IDisposable
{
    private const string Script = "process.stdin.resume()";

    private readonly DirectoryInfo _map = Directory.CreateTempSubdirectory("procesregister-");
    private readonly Process _kind = Process.Start(new ProcessStartInfo("node", ["-e", Script]) { RedirectStandardInput = true })!;

    private string Bestand => Path.Combine(_map.FullName, "processen.json");

    [Fact]
    public async Task What_an_earlier_run_left_behind_is_ended()
    {
        await NoteerAsync();

        var beeindigd = await new Procesregister(Bestand, TimeProvider.System).RuimOpAsync();

        Assert.Equal(["kind"], beeindigd);
        await _kind.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.False(File.Exists(Bestand));
    }

    [Theory]
    [InlineData(-3600, Script)]
    [InlineData(0, "een ander programma")]
    public async Task A_process_that_got_the_same_id_later_is_left_alone(int secondenEerder, string opdracht)
    {
        await NoteerAsync();
        var genoteerd = JsonSerializer.Deserialize<Kindproces[]>(await File.ReadAllTextAsync(Bestand, TestContext.Current.CancellationToken))!;
        var ander = genoteerd[0] with { Gestart = genoteerd[0].Gestart.AddSeconds(secondenEerder), Opdracht = opdracht };
        await File.WriteAllTextAsync(Bestand, JsonSerializer.Serialize<Kindproces[]>([ander]), TestContext.Current.CancellationToken);

        Assert.Empty(await new Procesregister(Bestand, TimeProvider.System).RuimOpAsync());

        Assert.False(_kind.HasExited);
    }

    public void Dispose()
    {
        if (!_kind.HasExited) _kind.Kill();
        _kind.Dispose();
        _map.Delete(recursive: true);
    }

    // Between fork and exec the command line is still that of this test.
    private async Task NoteerAsync()
    {
        var register = new Procesregister(Bestand, TimeProvider.System);
        register.Noteer("kind", _kind.Id, Script);
        var grens = Patience.Token;
        while (Procesregister.Vind(JsonSerializer.Deserialize<Kindproces[]>(await File.ReadAllTextAsync(Bestand, grens))![0]) is null)
        {
            grens.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
