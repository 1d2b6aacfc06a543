using System.Net;
using System.Net.Sockets;

namespace Hub.Local.Processes;

/// <summary>Chooses TCP ports on 127.0.0.1.</summary>
public static class Port
{
    private const int Attempts = 5;

    /// <summary>
    /// <paramref name="preference"/> when it is free, else 0: then the operating system gives a free one to whoever listens, so that no
    /// other can take it in between.
    /// </summary>
    public static int Choose(int preference)
    {
        if (preference == 0)
        {
            return 0;
        }
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, preference) { ExclusiveAddressUse = true };
            listener.Start();
            return preference;
        }
        catch (SocketException)
        {
            return 0;
        }
    }

    /// <summary>
    /// Starts something that listens on the <paramref name="preferred"/> ports where they are free, and on others where not; chooses again
    /// when another program took one between the choice and the listening.
    /// </summary>
    /// <param name="preferred">The ports that are tried first; 0 = any.</param>
    /// <param name="start">Starts it on these ports, in the same order; 0 = whatever the operating system gives.</param>
    public static async Task<T> ListenAsync<T>(IReadOnlyList<int> preferred, Func<IReadOnlyList<int>, Task<T>> start)
    {
        ArgumentNullException.ThrowIfNull(start);
        for (var attempt = 1; ; attempt++)
        {
            int[] ports = [.. preferred.Select(Choose)];
            try
            {
                return await start(ports).ConfigureAwait(false);
            }
            catch (Exception) when (attempt < Attempts && ports.Any(port => port != 0 && Choose(port) == 0))
            {
                // It was free a moment ago.
            }
        }
    }

    /// <summary>
    /// The line that says that another port than the preferred one is used; null when it is the preferred one, or any would do.
    /// </summary>
    public static string? Notice(string forWhat, int preference, int received) =>
        preference == 0 || preference == received ? null : $"Poort {preference} is bezet; {forWhat} gebruikt poort {received}.";
}
