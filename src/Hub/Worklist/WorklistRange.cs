namespace Hub.Worklist;

/// <summary>The rows of which the worklist of a deelnemer is made; each range stands together and in order.</summary>
public enum WorklistRange
{
    /// <summary>Answers that the deelnemer must give, by last day.</summary>
    AnswersByMe,

    /// <summary>Starts and stops that the deelnemer must report, by last day.</summary>
    LeveringenByMe,

    /// <summary>Answers that the other party must give, by last day.</summary>
    AnswersByOther,

    /// <summary>Starts and stops that the other party must report, by last day.</summary>
    LeveringenByOther,

    /// <summary>Berichten that the deelnemer sent and that are not processed yet, oldest first.</summary>
    InProcess,

    /// <summary>Refused berichten that it sent and nobody got through since, oldest first.</summary>
    Refused,

    /// <summary>Refused berichten that it got through since, oldest first.</summary>
    Repaired,
}
