using System.Collections.Concurrent;
using Amqp.Framing;
using Amqp.Listener;

namespace ServiceBusEmulator.Amqp;

/// <summary>Makes a running emulator misbehave as the service may, to see that a client copes. Safe for any thread.</summary>
public sealed class EmulatorFaults
{
    private readonly ConcurrentDictionary<ListenerLink, string> _links = new();
    private readonly ConcurrentDictionary<string, ConcurrentQueue<string>> _refusals = new(StringComparer.OrdinalIgnoreCase);

    internal EmulatorFaults() { }

    /// <summary>Refuses the next sends to a queue, each with the next condition, such as <c>com.microsoft:server-busy</c>.</summary>
    public void RefuseSends(string queue, params IEnumerable<string> conditions)
    {
        ArgumentNullException.ThrowIfNull(conditions);
        var waiting = _refusals.GetOrAdd(queue, _ => new());
        foreach (var condition in conditions)
        {
            waiting.Enqueue(condition);
        }
    }

    /// <summary>Detaches all links on a queue, as the service does with a link that was idle for ten minutes; gives their number.</summary>
    public int DetachLinks(string queue, string condition = "amqp:link:detach-forced")
    {
        var ended = _links.Where(link => link.Value.Equals(queue, StringComparison.OrdinalIgnoreCase)).Select(link => link.Key).ToList();
        foreach (var link in ended)
        {
            link.Close(TimeSpan.Zero, new Error(condition) { Description = "Detached on purpose." });
        }
        return ended.Count;
    }

    /// <summary>
    /// Closes all connections that have a link on a queue, as the service does with a connection that was idle for five minutes; gives
    /// their number.
    /// </summary>
    public int CloseConnections(string condition = "amqp:connection:forced")
    {
        var ended = _links.Keys.Select(link => link.Session.Connection).Distinct().ToList();
        foreach (var connection in ended)
        {
            connection.Close(TimeSpan.Zero, new Error(condition) { Description = "Closed on purpose." });
        }
        return ended.Count;
    }

    internal string? TakeRefusal(string queue) =>
        _refusals.TryGetValue(queue, out var waiting) && waiting.TryDequeue(out var condition) ? condition : null;

    internal void Watch(ListenerLink link, string queue)
    {
        _links[link] = queue;
        link.AddClosedCallback((_, _) => _links.TryRemove(link, out string? _));
    }
}
