using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Commands.Files;
using Ijw.Cli.Checking;
using Ijw.Retour;

namespace Ijw.Cli.CommandLine;

/// <summary><c>ijw retour</c>: checks a heenbericht at level 1 and 2 and writes the answer to it.</summary>
internal static class RetourCommand
{
    private const int LongestIdentificatie = 12;

    /// <summary>The command.</summary>
    public static Command Make(Terminal terminal, TimeProvider termijn)
    {
        var source = new Argument<string>("bron") { Description = "Het heenbericht: een bestand, of - voor de invoer." };
        var identificatie = new Option<string>("--identificatie")
        {
            HelpName = "tekst",
            Description = "De identificatie van het antwoord, 1 tot en met 12 letters en cijfers. Zonder deze optie gemaakt uit de tijd.",
            CustomParser = ReadIdentificatie,
        };
        var dagtekening = new Option<DateOnly?>("--dagtekening")
        {
            HelpName = "jjjj-mm-dd",
            Description = "De datum van het antwoord. Zonder deze optie vandaag.",
            CustomParser = ReadDate,
        };
        var to = new Option<string>("--naar")
        {
            HelpName = "bestand",
            Description = "Het bestand voor het antwoord. Zonder deze optie de uitvoer.",
        };
        to.Validators.Add(Paths.NotEmpty);
        var command = new Command(
            "retour",
            "Controleert een heenbericht en maakt het antwoord: het retourbericht, of de JW325 op een JW323."
        )
        {
            identificatie,
            dagtekening,
            to,
            source,
        };
        command.SetAction(
            (read, cancellation) =>
                ExecuteAsync(
                    terminal,
                    new Source(read.GetValue(source)!),
                    read.GetValue(identificatie) ?? FromTime(termijn.GetUtcNow()),
                    read.GetValue(dagtekening) ?? Today(termijn),
                    read.GetValue(to),
                    cancellation
                )
        );
        return command;
    }

    private static async Task<int> ExecuteAsync(
        Terminal terminal,
        Source source,
        string identificatie,
        DateOnly dagtekening,
        string? to,
        CancellationToken cancellation
    )
    {
        var (answer, reason) = await MakeAsync(source, identificatie, dagtekening, cancellation).ConfigureAwait(false);
        if (answer is null)
        {
            return await FailedAsync(source.Name, reason!).ConfigureAwait(false);
        }
        if (to is null)
        {
            await terminal.FromStream.WriteAsync(answer, cancellation).ConfigureAwait(false);
            return ExitCode.Good;
        }

        if (!source.IsInput && Path.GetFullPath(to) == Path.GetFullPath(source.Name))
        {
            return await FailedAsync(to, "dit is het bericht zelf; geef bij --naar een ander bestand.").ConfigureAwait(false);
        }
        try
        {
            await File.WriteAllBytesAsync(to, answer, cancellation).ConfigureAwait(false);
            return ExitCode.Good;
        }
        catch (Exception fault) when (ReadFault.IsOfSystem(fault))
        {
            return await FailedAsync(to, $"het antwoord is niet geschreven: {ReadFault.Describe(fault, to)}.").ConfigureAwait(false);
        }

        async Task<int> FailedAsync(string file, string why)
        {
            await terminal.Error.WriteLineAsync($"{Terminal.AsPrintable(file)}: {why}").ConfigureAwait(false);
            return ExitCode.Failed;
        }
    }

    /// <summary>The answer, or why there is none.</summary>
    private static async Task<(byte[]? Answer, string? Reason)> MakeAsync(
        Source source,
        string identificatie,
        DateOnly dagtekening,
        CancellationToken cancellation
    )
    {
        try
        {
            var stream = await OpenAsync(source, cancellation).ConfigureAwait(false);
            await using (stream.ConfigureAwait(false))
            {
                var outcome = Checker.Check(stream);
                if (Refusal(outcome, dagtekening) is { } reason)
                {
                    return (null, reason);
                }
                stream.Position = 0;
                var answer = await RetourBuilder
                    .MakeAsync(stream, outcome.Bevindingen, identificatie, dagtekening, cancellation)
                    .ConfigureAwait(false);
                return (answer, null);
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return (null, $"er is geen antwoord gemaakt: {ReadFault.Describe(fault, source.Name)}.");
        }
    }

    /// <summary>
    /// The bericht is read twice, to check it and to answer it; input that can't be is kept, as far as a bericht may be long.
    /// </summary>
    private static async Task<Stream> OpenAsync(Source source, CancellationToken cancellation)
    {
        if (source.Name.Length == 0)
        {
            throw new FaultException("het bestand heeft geen naam");
        }
        var stream = Checker.Open(source);
        if (stream.CanSeek)
        {
            return stream;
        }
        await using (stream.ConfigureAwait(false))
        {
            var copy = new MemoryStream();
            var buffer = new byte[64 * 1024];
            while (await stream.ReadAsync(buffer, cancellation).ConfigureAwait(false) is > 0 and var count)
            {
                copy.Write(buffer, 0, count);
                if (copy.Length > CheckOptions.Standard.MaxBytes)
                {
                    break;
                }
            }

            copy.Position = 0;
            return copy;
        }
    }

    private static string? Refusal(CheckOutcome outcome, DateOnly dagtekening) =>
        outcome switch
        {
            { Oordeel: Oordeel.NoBericht } => "dit is geen bericht, en daarop bestaat geen antwoord. Zie: ijw controleer",
            { Kind.Answer: null } => $"op een {outcome.Kind} bestaat geen antwoord.",
            { Header.Dagtekening: { } heen } when heen > dagtekening =>
                "de dagtekening van het antwoord ligt vóór die van het bericht. Kies een andere met --dagtekening.",
            _ => null,
        };

    private static DateOnly Today(TimeProvider termijn)
    {
        var now = termijn.GetUtcNow();
        return
            TimeZoneInfo.TryFindSystemTimeZoneById("Europe/Amsterdam", out var zone)
            || TimeZoneInfo.TryFindSystemTimeZoneById("W. Europe Standard Time", out zone)
            ? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime)
            : DateOnly.FromDateTime(now.ToLocalTime().DateTime);
    }

    /// <summary>
    /// Twelve digits that differ for ten years, and from one hundredth of a second to the next: year, day of the year, hundredths.
    /// </summary>
    private static string FromTime(DateTimeOffset now)
    {
        var hundredths = (long)now.TimeOfDay.TotalMilliseconds / 10;
        return string.Create(CultureInfo.InvariantCulture, $"{now.Year % 10}{now.DayOfYear:000}{hundredths:00000000}");
    }

    private static string? ReadIdentificatie(ArgumentResult read)
    {
        var text = read.Tokens[0].Value;
        if (text.Length is > 0 and <= LongestIdentificatie && text.All(char.IsAsciiLetterOrDigit))
        {
            return text;
        }
        read.AddError($"Optie --identificatie heeft 1 tot en met {LongestIdentificatie} letters en cijfers.");
        return null;
    }

    private static DateOnly? ReadDate(ArgumentResult read)
    {
        if (DateOnly.TryParseExact(read.Tokens[0].Value, "yyyy-MM-dd", out var date))
        {
            return date;
        }
        read.AddError("Optie --dagtekening is een datum als jjjj-mm-dd.");
        return null;
    }
}
