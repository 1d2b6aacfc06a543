using Microsoft.Extensions.Logging;

namespace Hub.Local.Tests.FunctionsHost;

internal sealed record LogLine(string Category, LogLevel Level, string Text);
