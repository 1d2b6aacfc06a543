using Hub.Local.FunctionsHost;
using Hub.Local.FunctionsHost.Hosting;

namespace Hub.Local.Tests.FunctionsHost;

/// <summary>App folders that a real host, or a trap, would punish are refused with a line per fault.</summary>
public sealed class FunctionsLintTests
{
    private static readonly Dictionary<string, string> Settings = new()
    {
        ["ServiceBus"] = "Endpoint=sb://ns.servicebus.windows.net/;SharedAccessKeyName=x;SharedAccessKey=x",
        ["Storage"] = "UseDevelopmentStorage=true",
    };

    [Fact]
    public void The_hubs_own_app_has_no_faults()
    {
        Assert.Empty(FunctionsLint.Check(Hub.Local.Starting.ProjectPaths.Functions()));
    }

    [Fact]
    public void A_sound_app_has_no_faults()
    {
        using var app = new AppFolder()
            .With("Api", AppFolder.HttpAll)
            .With("Work", AppFolder.Sessions)
            .With("Watch", AppFolder.Timer("0 */5 * * * *"))
            .With(
                "In",
                """
                { "type": "blobTrigger", "direction": "In", "name": "blob", "path": "inbox/{name}.{ext}", "connection": "Storage",
                "source": "EventGrid",
                  "properties": { "supportsDeferredBinding": "True" } }
                """
            );
        Assert.Empty(FunctionsLint.Check(app.Root, Settings));
    }

    [Theory]
    [InlineData(
        """{ "type": "serviceBusTrigger", "direction": "in", "name": "m", "queueName": "q", "connection": "ServiceBus" }""",
        "serviceBusTrigger \"m\" must have \"dataType\": \"Binary\""
    )]
    [InlineData(
        """{ "type": "serviceBusTrigger", "direction": "in", "name": "m", "queueName": "q", "connection": "ServiceBus","""
            + """ "dataType": "string" }""",
        "serviceBusTrigger \"m\" must have \"dataType\": \"Binary\""
    )]
    [InlineData(
        """{ "type": "queueTrigger", "direction": "in", "name": "m", "queueName": "q", "connection": "Storage" }""",
        "queueTrigger \"m\" must have \"dataType\": \"Binary\""
    )]
    [InlineData(
        """{ "type": "serviceBusTrigger", "name": "m", "connection": "ServiceBus", "dataType": "binary" }""",
        "misses \"queueName\""
    )]
    [InlineData("""{ "type": "serviceBusTrigger", "name": "m", "queueName": "q", "dataType": "binary" }""", "misses \"connection\"")]
    [InlineData(
        """{ "type": "serviceBusTrigger", "name": "m", "queueName": "q", "connection": "Other", "dataType": "binary" }""",
        "connection \"Other\" has no connection string"
    )]
    [InlineData(
        """{ "type": "serviceBusTrigger", "name": "m", "queueName": "%Q%", "connection": "ServiceBus", "dataType": "binary" }""",
        "refers to app setting Q"
    )]
    [InlineData(
        """{ "type": "serviceBusTrigger", "name": "m", "queueName": "q", "connection": "ServiceBus", "dataType": "binary","""
            + """ "autoCompleteMessages": false }""",
        "leaves every message locked"
    )]
    [InlineData(
        """{ "type": "serviceBusTrigger", "name": "m", "queueName": "q", "connection": "ServiceBus", "dataType": "binary","""
            + """ "cardinality": "many" }""",
        "\"cardinality\": \"many\" is not supported"
    )]
    [InlineData("""{ "type": "blobTrigger", "name": "b", "connection": "Storage" }""", "blobTrigger misses \"path\"")]
    [InlineData(
        """{ "type": "blobTrigger", "name": "b", "connection": "Storage", "path": "inbox" }""",
        "\"path\" must be a container and a pattern"
    )]
    [InlineData(
        """{ "type": "blobTrigger", "name": "b", "connection": "Storage", "path": "{in}/{name}" }""",
        "\"path\" must be a container and a pattern"
    )]
    [InlineData(
        """{ "type": "blobTrigger", "name": "b", "connection": "Storage", "path": "inbox/{n}/{N}" }""",
        "\"path\" must be a container and a pattern"
    )]
    [InlineData(
        """{ "type": "blobTrigger", "name": "b", "connection": "Storage", "path": "inbox/{n" }""",
        "\"path\" must be a container and a pattern"
    )]
    [InlineData(
        """{ "type": "blobTrigger", "name": "b", "connection": "Elsewhere", "path": "inbox/{n}" }""",
        "connection \"Elsewhere\" has no connection string"
    )]
    [InlineData(
        """{ "type": "blobTrigger", "name": "b", "path": "inbox/{n}" }""",
        "connection \"AzureWebJobsStorage\" has no connection string"
    )]
    [InlineData(
        """{ "type": "blobTrigger", "name": "b", "connection": "Storage", "path": "inbox/{n}", "dataType": "string" }""",
        "must be absent or \"binary\""
    )]
    [InlineData(
        """{ "type": "blobTrigger", "name": "b", "connection": "Storage", "path": "inbox/{n}", "source": "Pigeon" }""",
        "\"source\" must be"
    )]
    [InlineData("""{ "type": "timerTrigger", "name": "t" }""", "timerTrigger misses \"schedule\"")]
    [InlineData("""{ "type": "timerTrigger", "name": "t", "schedule": "every day" }""", "is not an NCRONTAB expression")]
    [InlineData("""{ "type": "pigeonTrigger", "name": "p" }""", "unknown trigger type \"pigeonTrigger\"")]
    [InlineData(
        """{ "type": "httpTrigger", "name": "req", "authLevel": "anybody" }, { "type": "http", "direction": "out", "name": "res" }""",
        "\"authLevel\" must be"
    )]
    [InlineData("""{ "type": "httpTrigger", "name": "req" }""", "misses the http output")]
    [InlineData(
        """
            { "type": "httpTrigger", "name": "req" }, { "type": "http", "direction": "out", "name": "res" },
            { "type": "serviceBus", "direction": "out", "name": "q" }
            """,
        "output binding of type \"serviceBus\" is refused"
    )]
    [InlineData("""{ "type": "blob", "direction": "in", "name": "b" }""", "must have exactly one trigger, has 0")]
    public void A_faulty_function_is_named_with_its_fault(string bindings, string fault)
    {
        using var app = new AppFolder().With("Work", bindings);
        Assert.Contains(
            FunctionsLint.Check(app.Root, Settings),
            line => line.StartsWith("Work: ", StringComparison.Ordinal) && line.Contains(fault, StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("{}", "\"version\" must be")]
    [InlineData("""{ "version": "2.0" }""", "\"functionTimeout\" must be set")]
    [InlineData("""{ "version": "2.0", "functionTimeout": "soon" }""", "\"functionTimeout\" must be a duration")]
    [InlineData(
        """{ "version": "2.0", "customHandler": { "description": { "defaultExecutablePath": "x" } } }""",
        "\"customHandler\" is not for a worker"
    )]
    [InlineData(
        """{ "version": "2.0", "extensionBundle": { "id": "x", "version": "[4.*, 5.0.0)" } }""",
        "\"extensionBundle\" is not loaded"
    )]
    [InlineData(
        """{ "version": "2.0", "extensions": { "serviceBus": { "autoCompleteMessages": false } } }""",
        "leaves every message locked"
    )]
    [InlineData("{ nonsense", "is not JSON")]
    public void A_faulty_host_json_is_named_with_its_fault(string hostJson, string fault)
    {
        using var app = new AppFolder(hostJson);
        Assert.Contains(
            FunctionsLint.Check(app.Root),
            line => line.StartsWith("host.json: ", StringComparison.Ordinal) && line.Contains(fault, StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("NoSuch.dll", "dotnet-isolated", "NoSuch.dll does not exist")]
    [InlineData("", "dotnet-isolated", "misses \"defaultExecutablePath\" or \"defaultWorkerPath\"")]
    [InlineData("x.dll", "node", "\"description.language\" must be dotnet-isolated")]
    public void A_faulty_worker_config_is_named_with_its_fault(string worker, string language, string fault)
    {
        using var app = new AppFolder();
        app.WriteWorkerConfig(worker, language);
        Assert.Contains(
            FunctionsLint.Check(app.Root),
            line => line.StartsWith("worker.config.json: ", StringComparison.Ordinal) && line.Contains(fault, StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("worker.config.json")]
    [InlineData("functions.metadata")]
    [InlineData("host.json")]
    public void A_missing_file_is_named(string file)
    {
        using var app = new AppFolder();
        File.Delete(Path.Combine(app.Root, file));
        Assert.StartsWith($"{file}: is missing", Assert.Single(FunctionsLint.Check(app.Root)), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_fault_is_told_at_once()
    {
        using var app = new AppFolder("""{ "version": "1.0" }""").With("A", "").With("B", AppFolder.Timer("nonsense"));
        Assert.Equal(4, FunctionsLint.Check(app.Root).Count);
    }

    [Fact]
    public void Without_app_settings_references_to_them_are_no_fault()
    {
        using var app = new AppFolder().With("Watch", AppFolder.Timer("%Schedule%"));
        Assert.Empty(FunctionsLint.Check(app.Root));
    }

    [Fact]
    public void A_disabled_function_is_left_out()
    {
        using var app = new AppFolder().With("Old", """{ "type": "pigeonTrigger", "name": "p" }""");
        Assert.Empty(FunctionsLint.Check(app.Root, new Dictionary<string, string>(Settings) { ["AzureWebJobs.Old.Disabled"] = "true" }));
    }

    [Fact]
    public async Task The_host_refuses_to_start_a_faulty_app()
    {
        var app = new AppFolder().With("Work", """{ "type": "pigeonTrigger", "direction": "In", "name": "p" }""");
        var refused = await Assert.ThrowsAsync<FunctionsHostException>(() => HostUnderTest.StartAsync(app));
        Assert.Equal("""Work: unknown trigger type "pigeonTrigger".""", refused.Message);
    }
}
