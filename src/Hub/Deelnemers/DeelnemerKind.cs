namespace Hub.Deelnemers;

/// <summary>What kind of party a deelnemer is.</summary>
public enum DeelnemerKind
{
    /// <summary>A gemeente, known by its CBS code of 4 digits.</summary>
    Gemeente,

    /// <summary>An aanbieder, known by its AGB code of 8 digits.</summary>
    Aanbieder,
}
