namespace Commands.Files;

/// <summary>What something in a folder is; a link is what it leads to.</summary>
public enum EntryKind
{
    /// <summary>A file with bytes.</summary>
    File,

    /// <summary>A folder.</summary>
    Folder,

    /// <summary>A pipe, a socket or a device: reading it may never end.</summary>
    Special,

    /// <summary>It could not be found out, so it may be anything.</summary>
    Unknown,
}
