using Hub.Local.Processen;

namespace Hub.Local.Tests.Processen;

public sealed class SlotTests : IDisposable
{
    private readonly DirectoryInfo _map = Directory.CreateTempSubdirectory("slot-");

    [Fact]
    public void A_lock_is_held_by_one_and_free_again_when_it_is_given_back()
    {
        var pad = Path.Combine(_map.FullName, "slot");
        using (var eerste = Slot.Probeer(pad))
        {
            Assert.NotNull(eerste);
            Assert.Null(Slot.Probeer(pad));
        }

        using var tweede = Slot.Probeer(pad);
        Assert.NotNull(tweede);
    }

    [Fact]
    public void A_folder_that_cannot_be_written_in_is_said_and_not_taken_for_a_hub_that_runs()
    {
        var file = Path.Combine(_map.FullName, "file");
        File.WriteAllText(file, "");

        var why = Assert.Throws<OpstartException>(() => Slot.Probeer(Path.Combine(file, "slot")));

        Assert.StartsWith($"In de map {file} kan niet worden geschreven: ", why.Message, StringComparison.Ordinal);
        Assert.EndsWith("Kies met --map een andere map.", why.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _map.Delete(recursive: true);
}
