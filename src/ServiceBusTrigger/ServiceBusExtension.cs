#if SERVICEBUS_EXTENSION
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

// What the build of the app fetches for the host, and names in extensions.json; the pair of the official package 5.24.0.
[assembly: ExtensionInformation("Microsoft.Azure.WebJobs.Extensions.ServiceBus", "5.17.0")]
#endif
