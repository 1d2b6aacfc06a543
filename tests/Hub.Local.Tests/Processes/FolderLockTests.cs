using Hub.Local.Processes;

namespace Hub.Local.Tests.Processes;

public sealed class FolderLockTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("slot-");

    [Fact]
    public void A_lock_is_held_by_one_and_free_again_when_it_is_given_back()
    {
        var path = Path.Combine(_folder.FullName, "slot");
        using (var first = FolderLock.Try(path))
        {
            Assert.NotNull(first);
            Assert.Null(FolderLock.Try(path));
        }

        using var second = FolderLock.Try(path);
        Assert.NotNull(second);
    }

    [Fact]
    public void A_folder_that_cannot_be_written_in_is_said_and_not_taken_for_a_hub_that_runs()
    {
        var file = Path.Combine(_folder.FullName, "file");
        File.WriteAllText(file, "");

        var why = Assert.Throws<StartException>(() => FolderLock.Try(Path.Combine(file, "slot")));

        Assert.StartsWith($"In de map {file} kan niet worden geschreven: ", why.Message, StringComparison.Ordinal);
        Assert.EndsWith("Kies met --map een andere map.", why.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
