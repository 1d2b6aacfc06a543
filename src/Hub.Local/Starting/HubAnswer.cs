using System.Text.Json;
using System.Text.Json.Nodes;

namespace Hub.Local.Starting;

/// <summary>What the hub answered on a bericht.</summary>
/// <param name="Status">HTTP status; 202 when it was taken in.</param>
/// <param name="BerichtId">The id under which it was taken in; null when it was refused.</param>
/// <param name="Text">The body: JSON with the oordeel, or the problem.</param>
public sealed record HubAnswer(int Status, string? BerichtId, string Text)
{
    /// <summary>What is wrong with a bericht that was refused.</summary>
    public IReadOnlyList<Finding> Bevindingen => Finding.Read(Json);

    /// <summary>The title of the problem; empty when there is none.</summary>
    public string Title => Json?["title"]?.GetValue<string>() ?? "";

    // What stands between the client and the hub may answer with something else than JSON.
    private JsonNode? Json
    {
        get
        {
            try
            {
                return JsonNode.Parse(Text);
            }
            catch (JsonException)
            {
                return null;
            }
        }
    }
}
