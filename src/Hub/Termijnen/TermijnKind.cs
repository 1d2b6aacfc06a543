namespace Hub.Termijnen;

/// <summary>The terms that the hub can time (process.md 2). The numbers are stored: they don't change.</summary>
public enum TermijnKind
{
    /// <summary>The retour on a heenbericht: 3 werkdagen after receipt (OP090).</summary>
    Retour = 1,

    /// <summary>The JW325 on a JW323: 10 werkdagen after receipt (OP090x4).</summary>
    DeclaratieAnswer = 2,

    /// <summary>The answer to an AangevraagdProduct of a JW315: 5 werkdagen after receipt (OP274).</summary>
    VerzoekToToewijzing = 3,

    /// <summary>The answer to a JW317: 5 werkdagen after receipt (OP346).</summary>
    VerzoekToWijziging = 4,

    /// <summary>
    /// The final answer after a JW319 that says "in onderzoek": 8 weeks after the Dagtekening of the request (OP274, OP346).
    /// </summary>
    Investigation = 5,

    /// <summary>
    /// A refusal by the woonplaatsbeginsel: 14 days after receipt of the request (OP359). Only if that is what is investigated.
    /// </summary>
    Woonplaatsbeginsel = 6,

    /// <summary>
    /// The startbericht: 5 werkdagen after the Ingangsdatum, or after receipt of a JW301 that looks back (OP271). Only if care began then:
    /// when it really began the hub learns from the startbericht itself.
    /// </summary>
    Start = 7,

    /// <summary>
    /// The final stopbericht: 5 werkdagen after the Einddatum of a toewijzing on which care had begun, or after receipt of a JW301 that
    /// looks back (OP272). Also what follows on a temporary stop: when the end became known, only the aanbieder knows.
    /// </summary>
    Stop = 8,
}

/// <summary>What goes for each kind of term.</summary>
public static class TermijnKinds
{
    /// <summary>The kind as it is written in JSON.</summary>
    public static string Name(this TermijnKind kind) =>
        kind switch
        {
            TermijnKind.Retour => "retour",
            TermijnKind.DeclaratieAnswer => "declaratieantwoord",
            TermijnKind.VerzoekToToewijzing => "verzoek-om-toewijzing",
            TermijnKind.VerzoekToWijziging => "verzoek-om-wijziging",
            TermijnKind.Investigation => "onderzoek",
            TermijnKind.Woonplaatsbeginsel => "woonplaatsbeginsel",
            TermijnKind.Start => "start",
            TermijnKind.Stop => "stop",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    /// <summary>False when only who must act knows whether the term runs: then nobody is reminded.</summary>
    public static bool IsCertain(this TermijnKind kind) => kind is not (TermijnKind.Woonplaatsbeginsel or TermijnKind.Start);
}
