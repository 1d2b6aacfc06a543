using System.Globalization;
using System.Text;
using Hub.Deelnemers;
using Hub.Local.Samples;
using Hub.Local.Starting;

namespace Hub.Local.CommandLine;

/// <summary>What people need to try the hub: addresses, a token per deelnemer and commands to paste.</summary>
public static class Welcome
{
    private const string Sample = "19-toewijzing-over-http.xml";
    private const string SampleIdentificatie = "DLFT25HTTP01";

    /// <summary>The lines; the tokens hold for <paramref name="validity"/>. The bericht to try it with is written beside the log.</summary>
    public static IEnumerable<string> Rules(LocalHub environment, TimeSpan validity, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(environment);
        yield return "";
        yield return "Adressen";
        yield return $"  hub         {environment.Host.HttpAddress}";
        yield return $"  Service Bus {environment.ServiceBus.ConnectionString}";
        yield return $"  blobs       {environment.Azurite.BlobAddress}";
        yield return $"  tabellen    {environment.Azurite.TableAddress}";
        yield return $"  toegang     {environment.Access.Metadata}";
        yield return "";
        yield return $"Tokens, {validity.TotalHours:0} uur geldig, ook na een herstart";
        foreach (var deelnemer in environment.Deelnemers.All)
        {
            yield return $"  {deelnemer.Code} {deelnemer.Name}";
            yield return $"    {environment.Access.GiveToken(deelnemer, validity)}";
        }

        var sample = SampleList.Read().Single(sample => sample.File == Sample);
        var (afzender, ontvanger) = (
            environment.Deelnemers.WithCode(sample.Afzender)!,
            environment.Deelnemers.WithCode(sample.Expected.At!)!
        );
        string Curl(Deelnemer who) => $"curl -i -H 'Authorization: Bearer {environment.Access.GiveToken(who, validity)}'";
        yield return "";
        yield return $"Probeer het: plak dit in een andere terminal. {afzender.Name} stuurt {ontvanger.Name} een toewijzing";
        yield return $"  {Curl(afzender)} -H 'Content-Type: application/xml' --data-binary "
            + $"{Quoted('@' + WriteFresh(environment, sample, time))} "
            + new Uri(environment.Host.HttpAddress, "berichten");
        yield return $"Kijk wat er bij {ontvanger.Name} ligt (HTTP)";
        yield return $"  {Curl(ontvanger)} {new Uri(environment.Host.HttpAddress, "postbus")}";
        yield return $"Het antwoord daarop ligt bij {afzender.Name} op queue {afzender.Postbus} (Service Bus); README.md zegt hoe u "
            + $"die leest.";
    }

    /// <summary>
    /// A bericht that this hub has not had yet, so that whoever sends it sees it arrive; sending it twice delivers it once.
    /// </summary>
    private static string WriteFresh(LocalHub environment, Sample sample, TimeProvider time)
    {
        var path = Path.Combine(Path.GetDirectoryName(environment.LogFilePath)!, "probeer.xml");
        var seconds = time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        File.WriteAllText(
            path,
            Encoding.UTF8.GetString(SampleList.Content(sample)).Replace(SampleIdentificatie, "P" + seconds, StringComparison.Ordinal)
        );
        return path;
    }

    /// <summary>One word for a POSIX shell, whatever is in it.</summary>
    private static string Quoted(string word) => $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
