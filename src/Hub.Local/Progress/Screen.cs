namespace Hub.Local.Progress;

/// <summary>
/// The terminal, which people can close while the hub runs: then nobody reads, and that stops nothing. Safe to write to from any thread.
/// </summary>
internal sealed class Screen(TextWriter output, TextWriter errors)
{
    private readonly Lock _gate = new();

    /// <summary>False once a line of the output could not be written.</summary>
    public bool IsWhole { get; private set; } = true;

    /// <summary>Writes lines.</summary>
    public void Say(params IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            IsWhole &= TryWrite(output, line);
        }
    }

    /// <summary>Writes a line where errors go.</summary>
    public void Complain(string line) => TryWrite(errors, line);

    private bool TryWrite(TextWriter writer, string line)
    {
        lock (_gate)
        {
            try
            {
                writer.WriteLine(line);
                return true;
            }
            catch (IOException)
            {
                return false;
            }
        }
    }
}
