using System.Text.Json;

namespace Mutation;

/// <summary>Learns which tests reach a mutant, and runs those until one fails.</summary>
/// <remarks>
/// A mutant in code that each test runs is judged in a process that goes on to the next one. What is made once for a process (a static
/// field, the bound rules) keeps what it was made of, so a mutant in there gets a process of its own, and all tests: any of them may use
/// what was made.
/// </remarks>
internal sealed class Judge(string folder, Options options) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly string _file = Path.Join(folder, "learned.json");
    private Learned[] _learned = [];
    private WorkerProcess? _worker;

    /// <summary>The tests and what they reach.</summary>
    public async Task<IReadOnlyList<Learned>> Learn()
    {
        File.Delete(_file);
        using var worker = Start(mutant: 0);
        if (await worker.Answer(Patience) is null)
        {
            throw new InvalidOperationException("The tests could not be run without a mutant.");
        }
        return _learned = JsonSerializer.Deserialize<Learned[]>(await File.ReadAllTextAsync(_file))!;
    }

    /// <summary>The verdict on a mutant, and the test that failed.</summary>
    public async Task<(Verdict Verdict, string Test)> Of(Mutant mutant)
    {
        var tests = Enumerable.Range(0, _learned.Length).ToList();
        var reaching = tests.Where(test => _learned[test].First.Contains(mutant.Number)).ToHashSet();
        if (reaching.Count == 0)
        {
            return (Verdict.NotReached, "");
        }
        var isOnce = reaching.Any(test => !_learned[test].Again.Contains(mutant.Number));
        var name = Path.GetFileNameWithoutExtension(mutant.File);
        var inOrder = tests
            .Where(test => isOnce || reaching.Contains(test))
            .OrderByDescending(test => _learned[test].Name.Contains(name, StringComparison.Ordinal))
            .ThenByDescending(reaching.Contains)
            .ThenBy(test => _learned[test].Milliseconds)
            .ToList();
        if (isOnce)
        {
            End();
        }
        var answer = await Ask(mutant, inOrder, isOnce);
        if (answer?.StartsWith(Worker.Spoilt, StringComparison.Ordinal) == true)
        {
            End();
            answer = await Ask(mutant, inOrder, isOnce);
        }

        if (isOnce || answer is null)
        {
            End();
        }
        if (answer is null)
        {
            return (Verdict.Endless, "");
        }
        return answer == Worker.Survived ? (Verdict.Survived, "") : (Verdict.Noticed, answer[Worker.Noticed.Length..].Trim());
    }

    public void Dispose() => End();

    private async Task<string?> Ask(Mutant mutant, List<int> tests, bool isOnce)
    {
        if (_worker is null)
        {
            _worker = Start(isOnce ? mutant.Number : 0);
            var answer = await _worker.Answer(Patience);
            if (answer != Worker.Ready && !isOnce)
            {
                throw new InvalidOperationException("A worker does not start.");
            }
            if (answer != Worker.Ready)
            {
                return answer;
            }
        }

        var usual = TimeSpan.FromMilliseconds(tests.Sum(test => _learned[test].Milliseconds));
        return await _worker.Ask($"{mutant.Number} {string.Join(' ', tests)}", TimeSpan.FromMinutes(1) + (20 * usual));
    }

    private WorkerProcess Start(int mutant) => new(folder, [_file, $"{mutant}", .. options.TestPatterns]);

    private void End()
    {
        _worker?.Dispose();
        _worker = null;
    }
}
