namespace Ijw.Model;

/// <summary>What the Header of a bericht says, once it has been read and is level 1 clean.</summary>
/// <remarks>In a retour Afzender and Ontvanger are those of the heenbericht (messages.md 1): route on <see cref="Kind"/>.</remarks>
public sealed record BerichtHeader
{
    /// <summary>The kind of bericht.</summary>
    public required Berichtsoort Kind { get; init; }

    /// <summary>Header.Afzender: CBS code (4 digits) or AGB code (8 digits), as the berichtsoort says.</summary>
    public required string Afzender { get; init; }

    /// <summary>Header.Ontvanger: the other of the two.</summary>
    public required string Ontvanger { get; init; }

    /// <summary>BerichtIdentificatie.Identificatie, 1 to 12 characters; in a retour that of the heenbericht.</summary>
    public required string Identificatie { get; init; }

    /// <summary>BerichtIdentificatie.Dagtekening; null when the year is outside 0001-9999, which the schema allows.</summary>
    public required DateOnly? Dagtekening { get; init; }

    /// <summary>BerichtIdentificatie.Dagtekening as delivered.</summary>
    public required string DagtekeningText { get; init; }

    /// <summary>XsdVersie.BasisschemaXsdVersie.</summary>
    public required string BasisschemaXsdVersie { get; init; }

    /// <summary>XsdVersie.BerichtXsdVersie.</summary>
    public required string BerichtXsdVersie { get; init; }

    /// <summary>IdentificatieRetour, only in a retour.</summary>
    public string? IdentificatieRetour { get; init; }

    /// <summary>The same Header, with all that its sender may write as it likes as <paramref name="identification"/> gives it.</summary>
    /// <param name="identification">What to keep of a text; the same for the same text.</param>
    public BerichtHeader With(Func<string, string> identification)
    {
        ArgumentNullException.ThrowIfNull(identification);
        return this with
        {
            Identificatie = identification(Identificatie),
            IdentificatieRetour = IdentificatieRetour is null ? null : identification(IdentificatieRetour),
            // The schema bounds neither a year nor a number in a version.
            DagtekeningText = identification(DagtekeningText),
            BasisschemaXsdVersie = identification(BasisschemaXsdVersie),
            BerichtXsdVersie = identification(BerichtXsdVersie),
        };
    }

    /// <summary>The gemeente of the two parties, as CBS code.</summary>
    public string Gemeente => Afzender.Length == 4 ? Afzender : Ontvanger;

    /// <summary>The aanbieder of the two parties, as AGB code.</summary>
    public string Aanbieder => Afzender.Length == 4 ? Ontvanger : Afzender;

    /// <summary>Who physically sends the bericht: the Ontvanger of the heenbericht for a retour, else the Afzender.</summary>
    public string Sender => Kind.IsRetour ? Ontvanger : Afzender;

    /// <summary>Who physically gets the bericht.</summary>
    public string Addressee => Kind.IsRetour ? Afzender : Ontvanger;
}
