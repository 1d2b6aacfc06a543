using System.Net.Http.Json;
using System.Text.Json;

namespace TestWorker;

/// <summary>The way to the test.</summary>
public sealed class Control(Uri address, string[] arguments) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = address, Timeout = Timeout.InfiniteTimeSpan };

    public IReadOnlyList<string> Arguments => arguments;

    /// <summary>Tells the test what happened; gives what it wants done.</summary>
    public async Task<Instruction> TellAsync(string what, object facts)
    {
        using var response = await _http.PostAsJsonAsync(new Uri(what, UriKind.Relative), facts);
        return (await response.Content.ReadFromJsonAsync<Instruction>(JsonSerializerOptions.Web))!;
    }

    public void Dispose() => _http.Dispose();
}
