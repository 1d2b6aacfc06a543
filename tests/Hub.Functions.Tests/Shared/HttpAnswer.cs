using System.Text;
using System.Text.Json;

namespace Hub.Functions.Tests.Shared;

/// <summary>A response, read to its end.</summary>
internal sealed class HttpAnswer(HttpResponseMessage answer, byte[] content)
{
    public int Status { get; } = (int)answer.StatusCode;

    public byte[] Content { get; } = content;

    public string Text => Encoding.UTF8.GetString(Content);

    public string? Kind { get; } = answer.Content.Headers.ContentType?.ToString();

    public string? Location { get; } = answer.Headers.Location?.ToString();

    /// <summary>The headers of the response and of its body, each as one text.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; } =
        answer
            .Headers.Concat(answer.Content.Headers)
            .ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);

    public string? WwwAuthenticate { get; } = answer.Headers.WwwAuthenticate.ToString();

    public JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Content);

    public string Field(string name) => Json.GetProperty(name).ToString();

    /// <summary>The last part of a problem's type, after checking that it is one.</summary>
    public string Problem
    {
        get
        {
            Assert.Equal("application/problem+json", Kind);

            Assert.Equal(Status, Json.GetProperty("status").GetInt32());

            Assert.NotEmpty(Field("title"));

            Assert.NotEmpty(Field("detail"));

            return Field("type").Replace("urn:ijw-hub:probleem:", "", StringComparison.Ordinal);
        }
    }
}
