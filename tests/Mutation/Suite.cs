using System.IO.Enumeration;
using System.Reflection;
using Xunit;
using Xunit.Runner.Common;
using Xunit.Sdk;
using Xunit.v3;

namespace Mutation;

/// <summary>The tests of an assembly, run one by one in this process.</summary>
internal sealed class Suite : IMessageSink
{
    private readonly ITestFrameworkExecutionOptions _options = TestFrameworkOptions.ForExecution(new TestAssemblyConfiguration());
    private readonly ITestFrameworkExecutor _executor;
    private bool _hasFailed;

    private Suite(ITestFrameworkExecutor executor) => _executor = executor;

    /// <summary>The tests, each row of a theory by itself, in the same order each time.</summary>
    public required IReadOnlyList<ITestCase> Cases { get; init; }

    /// <summary>
    /// Finds the tests whose class and method is like one of <paramref name="patterns"/>, in which <c>*</c> stands for any characters.
    /// </summary>
    public static async Task<Suite> Find(Assembly assembly, IReadOnlyList<string> patterns)
    {
        var framework = new XunitTestFramework();
        var cases = new List<ITestCase>();
        var options = TestFrameworkOptions.ForDiscovery(new TestAssemblyConfiguration { PreEnumerateTheories = true });
        BeginContext();
        await framework
            .GetDiscoverer(assembly)
            .Find(
                found =>
                {
                    var name = $"{found.TestClassName}.{found.TestMethodName}";
                    if (patterns.Any(pattern => FileSystemName.MatchesSimpleExpression(pattern, name, ignoreCase: false)))
                    {
                        cases.Add(found);
                    }
                    return ValueTask.FromResult(true);
                },
                options,
                types: null,
                cancellationToken: null
            );
        return new Suite(framework.GetExecutor(assembly))
        {
            Cases = [.. cases.OrderBy(one => one.TestCaseDisplayName, StringComparer.Ordinal)],
        };
    }

    /// <summary>True when the test passes, or is skipped.</summary>
    public async Task<bool> Passes(ITestCase test)
    {
        BeginContext();
        _hasFailed = false;
        await _executor.RunTestCases([test], this, _options, cancellationToken: null);
        return !_hasFailed;
    }

    /// <summary>xunit's context goes with the flow of the call, so each call begins it.</summary>
    private static void BeginContext() =>
        TestContext.SetForInitialization(diagnosticMessageSink: null, diagnosticMessages: false, internalDiagnosticMessages: false);

    bool IMessageSink.OnMessage(IMessageSinkMessage message)
    {
        if (message is ITestFailed or IErrorMessage or ITestClassCleanupFailure or ITestCleanupFailure)
        {
            _hasFailed = true;
        }
        return true;
    }
}
