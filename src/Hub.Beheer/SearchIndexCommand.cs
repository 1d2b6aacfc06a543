using System.CommandLine;
using Hub.Berichten;
using Hub.Register;
using Hub.Search;

namespace Hub.Beheer;

/// <summary><c>zoekindex</c>: makes anew by what deelnemers find their berichten (docs/search.md).</summary>
internal static class SearchIndexCommand
{
    public static Command Make(Func<string, string?> variable, TextWriter output, TextWriter errors)
    {
        var after = new Option<string?>("--na") { Description = "Gaat verder na dit berichtId, dat een eerdere keer als laatste noemde." };
        var command = new Command(
            "zoekindex",
            "Maakt opnieuw waarop deelnemers hun berichten vinden: voor berichten van vóór het zoeken, en na een nieuwe sleutel."
        )
        {
            after,
        };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                if (AdminEnvironment.Read(variable, errors) is not { } environment)
                {
                    return AdminExitCode.Failed;
                }
                if (parsed.GetValue(after) is { } begin && !BerichtId.IsValid(begin))
                {
                    await errors.WriteLineAsync("--na: dit is geen berichtId.").ConfigureAwait(false);
                    return AdminExitCode.Failed;
                }

                var rebuild = new Rebuild(
                    environment.Berichten,
                    async (bericht, stop) =>
                    {
                        var content = await environment.Reader.ReadAsync(bericht, stop).ConfigureAwait(false);
                        // What another key made would stay behind.
                        await environment.SearchIndex.RemoveTermsAsync(bericht, stop).ConfigureAwait(false);
                        await environment.SearchIndex.AddAsync([new SearchEntry(bericht, content)], stop).ConfigureAwait(false);
                    }
                );
                var count = await rebuild.BuildAsync(parsed.GetValue(after), Report, cancellation).ConfigureAwait(false);
                await output.WriteLineAsync(string.Create(Number.Dutch, $"{count:N0} berichten zijn te vinden.")).ConfigureAwait(false);
                return environment.Unreadable.Any ? AdminExitCode.Partly : AdminExitCode.Good;
            }
        );
        return command;

        void Report(long count, string last) =>
            errors.WriteLine(string.Create(Number.Dutch, $"{count:N0} berichten opgenomen, tot en met {last}"));
    }
}
