using System.Security.Cryptography.X509Certificates;

namespace ServiceBusEmulator.Settings;

/// <summary>How an emulator runs.</summary>
public sealed record EmulatorOptions
{
    /// <summary>The queues it has.</summary>
    public required IReadOnlyList<QueueDefinition> Queues { get; init; }

    /// <summary>Where it keeps its queues over a restart; null keeps them in memory only.</summary>
    public string? DataFolder { get; init; }

    /// <summary>The TCP port on 127.0.0.1; 0 chooses a free one.</summary>
    public int Port { get; init; }

    /// <summary>The clock for locks, sessions, schedules and tokens.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The name of the one shared access key.</summary>
    public string KeyName { get; init; } = "RootManageSharedAccessKey";

    /// <summary>The shared access key; no secret, since the emulator listens on this machine only.</summary>
    public string Key { get; init; } = "c2VydmljZS1idXMtZW11bGF0b3I=";

    /// <summary>
    /// Whether what was accepted also survives loss of power: each commit then waits for the disk. Without it, it survives the death of the
    /// process.
    /// </summary>
    public bool SurvivesPowerLoss { get; init; }

    /// <summary>
    /// How many bytes of message content may be in memory, over all queues together; what is more stays in <see cref="DataFolder"/> until
    /// it is given out.
    /// </summary>
    public long ContentInMemory { get; init; } = 64 * 1024 * 1024;

    /// <summary>The certificate, with its private key, to speak TLS with; null for plain TCP.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>Says until when a JSON web token is good, null when it isn't; without it every such token is refused.</summary>
    public Func<string, DateTimeOffset?>? ValidateJwt { get; init; }
}
