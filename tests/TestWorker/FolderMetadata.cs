using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Microsoft.Azure.Functions.Worker.Core.FunctionMetadata;

namespace TestWorker;

/// <summary>The functions that functions.metadata in the app folder names, which the test wrote.</summary>
internal sealed class FolderMetadata : IFunctionMetadataProvider
{
    public async Task<ImmutableArray<IFunctionMetadata>> GetFunctionMetadataAsync(string directory)
    {
        var json = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(directory, "functions.metadata")))!.AsArray();
        return
        [
            .. json.Select(function => new DefaultFunctionMetadata
            {
                Language = "dotnet-isolated",
                Name = function!["name"]!.GetValue<string>(),
                EntryPoint = function["entryPoint"]!.GetValue<string>(),
                ScriptFile = function["scriptFile"]!.GetValue<string>(),
                RawBindings = [.. function["bindings"]!.AsArray().Select(binding => binding!.ToJsonString())],
            }),
        ];
    }
}
