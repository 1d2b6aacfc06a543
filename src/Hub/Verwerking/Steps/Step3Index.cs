using Hub.Search;

namespace Hub.Verwerking.Steps;

/// <summary>Lets the parties find the bericht by the numbers in it, and the answer.</summary>
public sealed class Step3Index(ISearchIndex search) : IStep
{
    /// <inheritdoc/>
    public Task RunAsync(BerichtCase bericht, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(bericht);
        SearchEntry own = new(bericht.Bericht, bericht.Content);
        return search.AddAsync(
            bericht.Answer is { } answer ? [own, new SearchEntry(answer.Bericht, answer.Read.Content)] : [own],
            cancellation
        );
    }
}
