namespace Hub.Termijnen;

/// <summary>The public holidays of the Netherlands, as the Algemene termijnenwet names them (artikel 3, first and second paragraph; BWBR0002448).</summary>
/// <remarks>
/// Nieuwjaarsdag, Goede Vrijdag (put on a par with the others), Tweede Paasdag, Koningsdag, 5 mei, Hemelvaartsdag, Tweede Pinksterdag and both
/// Kerstdagen. Easter and Pentecost themselves are Sundays. Days that a royal decree adds for some years are configuration (<c>vrijeDagen</c>).
/// </remarks>
public static class Feestdagen
{
    /// <summary>Whether <paramref name="dag"/> is one.</summary>
    public static bool Is(DateOnly dag)
    {
        switch (dag)
        {
            case { Month: 1, Day: 1 } or { Month: 5, Day: 5 } or { Month: 12, Day: 25 or 26 }:
                return true;
            case { Month: 4, Day: 26 or 27 } when dag == Koningsdag(dag.Year):
                return true;
        }

        return (dag.DayNumber - Pasen(dag.Year).DayNumber) is -2 or 1 or 39 or 50;
    }

    /// <summary>The first day of Easter in the Gregorian calendar, by the algorithm of Meeus, Jones and Butcher.</summary>
    public static DateOnly Pasen(int jaar)
    {
        var (eeuw, jaarVanEeuw) = Math.DivRem(jaar, 100);
        var gulden = jaar % 19;
        var maancorrectie = (eeuw - ((eeuw + 8) / 25) + 1) / 3;
        var epacta = ((19 * gulden) + eeuw - (eeuw / 4) - maancorrectie + 15) % 30;
        var zondag = (32 + (2 * (eeuw % 4)) + (2 * (jaarVanEeuw / 4)) - epacta - (jaarVanEeuw % 4)) % 7;
        var uitzondering = (gulden + (11 * epacta) + (22 * zondag)) / 451;
        var dagen = epacta + zondag - (7 * uitzondering) + 114;
        return new DateOnly(jaar, dagen / 31, (dagen % 31) + 1);
    }

    // 27 April, and the day before when that is a Sunday.
    private static DateOnly Koningsdag(int jaar)
    {
        var dag = new DateOnly(jaar, 4, 27);
        return dag.DayOfWeek == DayOfWeek.Sunday ? dag.AddDays(-1) : dag;
    }
}
