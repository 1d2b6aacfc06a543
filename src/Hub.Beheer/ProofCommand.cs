using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Hub.Beheer;

/// <summary><c>bewijs</c>: the proof of what was destroyed of a gemeente, as CSV that can be handed over.</summary>
internal static class ProofCommand
{
    public static Command Make(Func<string, string?> variable, TextWriter output, TextWriter error)
    {
        var gemeente = new Argument<string>("gemeente") { Description = "CBS-code van de gemeente, 4 cijfers." };
        var command = new Command("bewijs", "Toont wat er van een gemeente is vernietigd, met een hash over de lijst.") { gemeente };
        command.SetAction(
            async (read, cancellation) =>
            {
                if (AdminEnvironment.Read(variable, error) is not { } environment)
                {
                    return AdminExitCode.Failed;
                }
                if (!environment.KnowsGemeente(read.GetRequiredValue(gemeente), error))
                {
                    return AdminExitCode.Failed;
                }
                var proofs = await environment
                    .Destroyed.OfGemeenteAsync(read.GetRequiredValue(gemeente), cancellation)
                    .ConfigureAwait(false);
                var list = new StringBuilder("berichtId;berichtsoort;sha256;ontvangen;vernietigd;grond\n");
                foreach (var proof in proofs)
                {
                    list.Append(
                        CultureInfo.InvariantCulture,
                        $"{proof.BerichtId};{proof.Berichtsoort};{proof.Sha256};{proof.Ontvangstdatum:yyyy-MM-dd};"
                            + $"{proof.Moment.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ};{proof.Ground.Replace(';', ',')}\n"
                    );
                }

                await output.WriteAsync(list, cancellation).ConfigureAwait(false);
                await output
                    .WriteLineAsync(
                        $"# {proofs.Count} berichten; SHA-256 van de regels hierboven: "
                            + $"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(list.ToString())))}"
                    )
                    .ConfigureAwait(false);
                return AdminExitCode.Good;
            }
        );
        return command;
    }
}
