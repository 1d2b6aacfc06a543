using System.Runtime.Versioning;
using Hub.Local.Access;

namespace Hub.Local.Tests.Access;

public sealed class SigningKeyTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("signing-key-");

    private string Path => System.IO.Path.Combine(_folder.FullName, "toegang", "sleutel.pem");

    [Fact]
    public void The_key_is_the_same_at_the_next_start()
    {
        using var first = SigningKey.Load(Path);
        using var second = SigningKey.Load(Path);

        Assert.Equal(first.ExportRSAPrivateKey(), second.ExportRSAPrivateKey());
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public void Only_its_owner_can_read_it_also_when_others_could()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such modes.");
        SigningKey.Load(Path).Dispose();
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path));

        File.SetUnixFileMode(Path, UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        SigningKey.Load(Path).Dispose();
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----")]
    public void A_file_that_holds_no_key_is_named_and_left_alone(string content)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        File.WriteAllText(Path, content);

        Assert.StartsWith(
            $"{Path} is geen sleutel.",
            Assert.Throws<StartException>(() => SigningKey.Load(Path)).Message,
            StringComparison.Ordinal
        );
        Assert.Equal(content, File.ReadAllText(Path));
    }

    [Fact]
    public void Without_a_place_it_is_kept_nowhere()
    {
        using var first = SigningKey.Load(null);
        using var second = SigningKey.Load(null);

        Assert.NotEqual(first.ExportRSAPrivateKey(), second.ExportRSAPrivateKey());
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
