namespace Ijw.Dossiers.Facts;

/// <summary>The kinds of feit. The numbers are stored: they don't change.</summary>
public enum FactKind
{
    /// <summary><see cref="Facts.ToewijzingVersion"/>.</summary>
    ToewijzingVersion = 1,

    /// <summary><see cref="Facts.StartNotice"/>.</summary>
    StartNotice = 2,

    /// <summary><see cref="Facts.StopNotice"/>.</summary>
    StopNotice = 3,

    /// <summary><see cref="Facts.VerzoekNotice"/>.</summary>
    VerzoekNotice = 4,

    /// <summary><see cref="Facts.VerzoekAnswer"/>.</summary>
    VerzoekAnswer = 5,

    /// <summary><see cref="Facts.DeclaratieNotice"/>.</summary>
    DeclaratieNotice = 6,

    /// <summary><see cref="Facts.PrestatieNotice"/>.</summary>
    PrestatieNotice = 7,

    /// <summary><see cref="Facts.ReferenceUse"/>.</summary>
    ReferenceUse = 8,

    /// <summary><see cref="Facts.IdentificatieUse"/>.</summary>
    IdentificatieUse = 9,

    /// <summary><see cref="Facts.RetourNotice"/>.</summary>
    RetourNotice = 10,
}
