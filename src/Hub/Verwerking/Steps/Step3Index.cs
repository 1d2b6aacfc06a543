using Hub.Search;

namespace Hub.Verwerking.Steps;

/// <summary>Lets the parties find the bericht by the numbers in it, and the answer.</summary>
public sealed class Step3Index(ISearchIndex search) : IStep
{
    /// <inheritdoc/>
    public Task RunAsync(BerichtCase bericht, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(bericht);
        SearchEntry own = new(bericht.Bericht, bericht.Inhoud);
        return search.AddAsync(bericht.Antwoord is { } antwoord ? [own, new SearchEntry(antwoord.Bericht, antwoord.Read.Inhoud)] : [own], cancellation);
    }
}
