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

    public void Dispose() => _map.Delete(recursive: true);
}
