using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using Hub.Deelnemers;
using Hub.Functions.Access;
using Hub.Functions.Problems;
using Ijw;

namespace Hub.Functions.Api;

/// <summary><c>POST /controle</c>: checks one bericht and stores nothing; JSON, or text for people.</summary>
internal static class PostCheck
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/controle", Caller.AsDeelnemer(HandleAsync));

    private static async Task HandleAsync(HttpContext context, Deelnemer deelnemer)
    {
        var (source, problem) = XmlSource.Open(context.Request);
        if (source is null)
        {
            await problem!.WriteAsync(context);
            return;
        }

        var outcome = await CheckAsync(source, context.RequestServices.GetRequiredService<Gemeentecodes>(), context.RequestAborted);
        if (outcome is null)
        {
            await KnownProblems.TooLarge(CheckOptions.Standard.MaxBytes).WriteAsync(context);
            return;
        }

        if (WantsText(context.Request))
        {
            context.Response.ContentType = "text/plain; charset=utf-8";
            await context.Response.WriteAsync(Text(outcome), context.RequestAborted);
            return;
        }

        await context.Response.WriteAsJsonAsync(
            CheckAnswer.Of(outcome),
            ApiJson.Default.CheckAnswer,
            cancellationToken: context.RequestAborted
        );
    }

    private static async Task<CheckOutcome?> CheckAsync(PipeReader source, Gemeentecodes gemeentecodes, CancellationToken cancellation)
    {
        var check = new BerichtCheck(CheckOptions.Standard with { Gemeentecodes = gemeentecodes });
        long length = 0;
        while (true)
        {
            var read = await source.ReadAsync(cancellation);
            length += read.Buffer.Length;
            var past = length <= CheckOptions.Standard.MaxBytes;
            if (past)
            {
                foreach (var segment in read.Buffer)
                {
                    check.Feed(segment.Span);
                }
            }

            source.AdvanceTo(read.Buffer.End);
            if (!past)
            {
                return null;
            }
            if (read.IsCompleted)
            {
                return check.Complete();
            }
        }
    }

    private static bool WantsText(HttpRequest verzoek)
    {
        var asked = verzoek.GetTypedHeaders().Accept;
        return Preference("text/plain") > Preference("application/json");

        double Preference(string kind) =>
            asked.Where(choice => choice.MediaType == kind).Select(choice => choice.Quality ?? 1).DefaultIfEmpty(0).Max();
    }

    private static string Text(CheckOutcome outcome)
    {
        var text = new StringBuilder();
        text.Append(outcome.Kind?.Name ?? "onbekend").Append(": ").Append(outcome.Oordeel.Name());
        if (outcome.BevindingCount > 0)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $", {outcome.BevindingCount} {(outcome.BevindingCount == 1 ? "bevinding" : "bevindingen")}"
            );
        }
        text.Append('\n');
        foreach (var bevinding in outcome.Bevindingen)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"  {bevinding.Rule} ({(bevinding.Advice ? "advies, " : "")}niveau {bevinding.Level}) {bevinding.Path}"
            );
            text.Append(CultureInfo.InvariantCulture, $", regel {bevinding.LineNumber}, kolom {bevinding.Column}: {bevinding.Text}\n");
        }

        return text.ToString();
    }
}
