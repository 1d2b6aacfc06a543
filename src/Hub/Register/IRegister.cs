namespace Hub.Register;

/// <summary>What the hub remembers for the rules across berichten (docs/register.md): feiten, in documents.</summary>
public interface IRegister
{
    /// <summary>Begins a look at the register, and the one change that comes of it.</summary>
    IRegisterSession Open();
}
