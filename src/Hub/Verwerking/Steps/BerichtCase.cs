using Hub.Berichten;
using Hub.Register;
using Hub.Termijnen;
using Ijw.Content;
using Ijw.Dossiers;

namespace Hub.Verwerking.Steps;

/// <summary>One bericht while it is processed: what each step finds of those before it, so that nothing is read or made twice.</summary>
/// <param name="taken">The bericht as its row has it.</param>
/// <param name="known">Other berichten that the work comes upon.</param>
public sealed class BerichtCase(BerichtStatus taken, KnownBerichten known)
{
    /// <summary>The bericht as it was taken in.</summary>
    public BerichtStatus Taken { get; } = taken;

    /// <summary>Other berichten that the work comes upon.</summary>
    public KnownBerichten Known { get; } = known;

    /// <summary>The bericht with the verdict of all levels, and in the end with its trail.</summary>
    public BerichtStatus Bericht { get; set; } = taken;

    /// <summary>What it says; read by the first step.</summary>
    public ReadBericht Read { get; set; } = null!;

    /// <summary>What it says.</summary>
    public BerichtContent Content => Read.Content;

    /// <summary>What happens with it.</summary>
    public Decision Decision { get; set; }

    /// <summary>The answer that the hub makes on it; null when it makes none.</summary>
    public MadeAnswer? Answer { get; set; }

    /// <summary>Whether that answer stood before the bericht was judged: then the judgement follows it.</summary>
    public bool IsAnswerGiven { get; set; }

    /// <summary>Where it belongs when it is itself an answer; null when it is none.</summary>
    public AnswerPlace? Place { get; set; }

    /// <summary>What it was judged by; null when it was refused before.</summary>
    public Dossier? Dossier { get; set; }

    /// <summary>What it does to the clocks of its pair; null when it does nothing.</summary>
    public TermijnPlan? Plan { get; set; }

    /// <summary>Whether it goes on to its receiver.</summary>
    public bool GoesOn => Decision != Decision.SendRetour;
}
