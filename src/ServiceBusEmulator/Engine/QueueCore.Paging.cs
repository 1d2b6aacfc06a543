namespace ServiceBusEmulator.Engine;

/// <summary>What keeps memory bounded when a backlog grows: beyond a budget, content stays in the store until it is given out.</summary>
internal sealed partial class QueueCore
{
    private const int MostReadAhead = 32;
    private const int MostBytesReadAhead = 1024 * 1024;

    private static readonly TimeSpan PauseAfterFailedRead = TimeSpan.FromSeconds(1);

    /// <summary>What <paramref name="view"/> makes of a message, whose content is here while it looks.</summary>
    public T View<T>(StoredMessage message, Func<StoredMessage, T> view)
    {
        PageIn([message]);
        var result = view(message);
        Trim(message);
        return result;
    }

    // Called for what is in the store already: from here on its content counts.
    private void Count(StoredMessage message)
    {
        if (message.IsPagedOut)
        {
            return;
        }
        _budget.Add(message.ContentLength);
        Trim(message);
    }

    private void Uncount(StoredMessage message)
    {
        if (!message.IsPagedOut)
        {
            _budget.Add(-message.ContentLength);
        }
    }

    private void Trim(StoredMessage message)
    {
        if (!_store.KeepsContent || message.IsPagedOut || message.ChangesUnderWay > 0 || !_budget.IsOver)
        {
            return;
        }
        _budget.Add(-message.ContentLength);
        message.PageOut();
    }

    // The next ones come along, because one read of many costs little more than a read of one.
    private bool TryFetch(StoredMessage message, Lane lane)
    {
        if (!message.IsPagedOut)
        {
            return true;
        }
        var wanted = new List<StoredMessage> { message };
        long bytes = message.ContentLength;
        foreach (var next in lane.Waiting.Take(MostReadAhead))
        {
            if (!next.IsPagedOut)
            {
                continue;
            }
            bytes += next.ContentLength;
            if (bytes > MostBytesReadAhead)
            {
                break;
            }
            wanted.Add(next);
        }
        try
        {
            PageIn(wanted);
            return true;
        }
        catch (QueueFaultException)
        {
            return false;
        }
    }

    private void PageIn(List<StoredMessage> messages)
    {
        var absent = messages.FindAll(message => message.IsPagedOut);
        if (absent.Count == 0)
        {
            return;
        }
        _store.ReadContent(_definition.Name, absent);
        foreach (var message in absent)
        {
            _budget.Add(message.ContentLength);
        }
    }

    private void ReplaceContent(StoredMessage message, byte[] content)
    {
        Uncount(message);
        message.Content = content;
        _budget.Add(message.ContentLength);
        // Until it is written the store still has the old content.
        message.ChangesUnderWay++;
    }
}
