using System.Security.Cryptography;

namespace Hub.Local.Access;

/// <summary>
/// The key that tokens are signed with, kept so that a token outlives a restart. Who can read it can be any deelnemer of this hub.
/// </summary>
internal static class SigningKey
{
    private const int Bits = 2048;
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>
    /// Reads the key (PKCS#8, PEM) from <paramref name="path"/>; makes one, readable by its owner only, when it is absent. Null keeps it
    /// nowhere.
    /// </summary>
    /// <exception cref="StartException">The file holds no key.</exception>
    public static RSA Load(string? path)
    {
        var key = RSA.Create(Bits);
        if (path is null)
        {
            return key;
        }
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        if (File.Exists(path))
        {
            Read(key, path);
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(path, OwnerOnly);
            }
            return key;
        }

        // Appears whole or not at all, and is never readable by others.
        var fresh = path + ".new";
        File.Delete(fresh);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }
        using (var writer = new StreamWriter(fresh, options))
        {
            writer.Write(key.ExportPkcs8PrivateKeyPem());
        }
        File.Move(fresh, path);
        return key;
    }

    private static void Read(RSA key, string path)
    {
        try
        {
            key.ImportFromPem(File.ReadAllText(path));
        }
        catch (Exception fault) when (fault is ArgumentException or CryptographicException)
        {
            throw new StartException(
                $"{path} is geen sleutel. Verwijder het bestand; er komt dan een nieuwe, en oude tokens gelden niet meer.",
                fault
            );
        }
    }
}
