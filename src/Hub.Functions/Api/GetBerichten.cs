using System.Globalization;
using Hub.Berichten;
using Hub.Deelnemers;
using Hub.Functions.Access;
using Hub.Functions.Problems;
using Hub.Search;

namespace Hub.Functions.Api;

/// <summary>
/// <c>GET /berichten</c>: berichten of the caller by what is asked, newest first; of berichten of others nothing is seen.
/// </summary>
internal static class GetBerichten
{
    private const int UsualCount = 50;
    private const int MaxValueLength = 100;

    private static readonly string[] Parameters =
    [
        "identificatie",
        "toewijzingnummer",
        "declaratienummer",
        "soort",
        "tegenpartij",
        "status",
        "oordeel",
        "ontvangenVan",
        "ontvangenTot",
        "aantal",
        "na",
    ];

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/berichten", Caller.AsDeelnemer(HandleAsync));

    private static async Task HandleAsync(HttpContext context, Deelnemer deelnemer)
    {
        var (question, problem) = Read(context.Request.Query, deelnemer);
        if (question is null)
        {
            await problem!.WriteAsync(context);
            return;
        }

        var search = context.RequestServices.GetRequiredService<BerichtSearch>();
        var page = await search.FindAsync(deelnemer, question.Filter, question.After, question.Count, context.RequestAborted);
        await context.Response.WriteAsJsonAsync(
            BerichtenAnswer.Of(deelnemer, page),
            ApiJson.Default.BerichtenAnswer,
            cancellationToken: context.RequestAborted
        );
    }

    /// <summary>
    /// What is asked, or why it can't be answered. What is not understood is refused: a filter that is passed over would show too much.
    /// </summary>
    private static (Question? Question, Problem? Problem) Read(IQueryCollection query, Deelnemer deelnemer)
    {
        foreach (var (name, values) in query)
        {
            if (!Parameters.Contains(name, StringComparer.Ordinal))
            {
                return (null, KnownProblems.UnknownParameter(Parameters));
            }
            if (values is not [{ Length: > 0 and <= MaxValueLength }])
            {
                return (null, KnownProblems.InvalidFilter(name, "één tekst van 1 tot en met 100 tekens"));
            }
        }

        var terms = new List<SearchTerm>();
        if (Text("identificatie") is { } identificatie)
        {
            terms.Add(new SearchTerm(SearchKind.Identificatie, identificatie));
        }
        if (Text("declaratienummer") is { } declaratie)
        {
            terms.Add(new SearchTerm(SearchKind.DeclaratieNummer, declaratie));
        }
        if (Text("toewijzingnummer") is { } toewijzing)
        {
            if (toewijzing.Length > 9 || !int.TryParse(toewijzing, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                return (null, KnownProblems.InvalidFilter("toewijzingnummer", "een getal van hooguit 9 cijfers"));
            }
            terms.Add(SearchTerms.ToewijzingNummer(number));
        }

        if (Text("soort") is { } kind)
        {
            if (Standard.Find(kind) is null)
            {
                return (null, KnownProblems.InvalidFilter("soort", "een berichtsoort zoals JW301"));
            }
            terms.Add(new SearchTerm(SearchKind.Kind, kind));
        }

        if (Text("tegenpartij") is { } counterparty)
        {
            if (counterparty.Length is not (4 or 8) || !counterparty.All(char.IsAsciiDigit))
            {
                return (null, KnownProblems.InvalidFilter("tegenpartij", "een gemeentecode van 4 of een AGB-code van 8 cijfers"));
            }
            terms.Add(new SearchTerm(SearchKind.Counterparty, counterparty));
        }

        if (Text("status") is { } status && !BerichtStates.All.Contains(status))
        {
            return (
                null,
                KnownProblems.InvalidFilter("status", string.Join(", ", BerichtStates.All[..^1]) + " of " + BerichtStates.All[^1])
            );
        }
        if (Text("oordeel") is not (null or "goedgekeurd" or "afgekeurd"))
        {
            return (null, KnownProblems.InvalidFilter("oordeel", "goedgekeurd of afgekeurd"));
        }
        if (!Day("ontvangenVan", out var from))
        {
            return (null, KnownProblems.InvalidFilter("ontvangenVan", "een dag (jjjj-mm-dd)"));
        }
        if (!Day("ontvangenTot", out var until))
        {
            return (null, KnownProblems.InvalidFilter("ontvangenTot", "een dag (jjjj-mm-dd)"));
        }
        var count = UsualCount;
        if (
            Text("aantal") is { } total
            && (
                !int.TryParse(total, NumberStyles.None, CultureInfo.InvariantCulture, out count)
                || count is < 1 or > BerichtSearch.MaxBerichten
            )
        )
        {
            return (null, KnownProblems.InvalidCount(BerichtSearch.MaxBerichten));
        }
        var after = BerichtenCursor.Read(deelnemer.Code, Text("na"));
        if (Text("na") is not null && after is null)
        {
            return (null, KnownProblems.InvalidContinuation);
        }

        var filter = new SearchFilter
        {
            Terms = terms,
            Period = new SearchPeriod(
                from is { } first ? Calendar.Begin(first) : null,
                until is { } last ? Calendar.Begin(last.AddDays(1)) : null
            ),
            Condition =
                Text("status") is null && Text("oordeel") is null
                    ? null
                    : bericht =>
                        (Text("status") is not { } state || BerichtStates.Of(bericht) == state)
                        && (Text("oordeel") is not { } oordeel || bericht.Oordeel.Name() == oordeel),
        };
        return (new Question(filter, after, count), null);

        string? Text(string name) => query.TryGetValue(name, out var values) ? values[0] : null;

        bool Day(string name, out DateOnly? day)
        {
            day =
                DateOnly.TryParseExact(Text(name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read)
                && read.Year is > 1900 and < 9000
                    ? read
                    : null;
            return Text(name) is null || day is not null;
        }
    }

    private sealed record Question(SearchFilter Filter, SearchPlace? After, int Count);
}

/// <summary>
/// Where a list of berichten goes on: <c>{code}-{place}</c>; to the caller it has no meaning, and to another deelnemer it is none.
/// </summary>
internal static class BerichtenCursor
{
    public static string Write(string code, SearchPlace place) => $"{code}-{place}";

    public static SearchPlace? Read(string code, string? cursor) =>
        cursor?.StartsWith(code + "-", StringComparison.Ordinal) == true ? SearchPlace.Read(cursor[(code.Length + 1)..]) : null;
}
