namespace Hub.Register;

/// <summary>Changes of the register that others may come between.</summary>
internal static class Registerpoging
{
    private const int MaxPogingen = 20;

    /// <summary>Does <paramref name="werk"/> with a session of its own, and again when someone else wrote in a document that it had read.</summary>
    /// <exception cref="OpslagException">A table failed; <see cref="OpslagFout.Conflict"/> when others kept changing the same documents.</exception>
    public static async Task<T> ProbeerAsync<T>(this IRegister register, Func<IRegistersessie, Task<T>> werk)
    {
        for (var poging = 1; ; poging++)
        {
            try
            {
                return await werk(register.Open()).ConfigureAwait(false);
            }
            catch (OpslagException fout) when (fout.Fout == OpslagFout.Conflict && poging < MaxPogingen)
            {
                // Read them again.
            }
        }
    }

    /// <summary>The same for work that gives nothing.</summary>
    /// <exception cref="OpslagException">A table failed; <see cref="OpslagFout.Conflict"/> when others kept changing the same documents.</exception>
    public static Task ProbeerAsync(this IRegister register, Func<IRegistersessie, Task> werk) => register.ProbeerAsync(async sessie =>
    {
        await werk(sessie).ConfigureAwait(false);
        return true;
    });
}
